import { z } from "zod";
import { listPart } from "./envelope";

export const AuditQuery = z.object({
  search: z.string().trim().max(200).optional(),
  action: z.string().max(100).optional(),
  since: z.coerce.date().optional(),
  until: z.coerce.date().optional(),
  ...listPart({ most: 1000, usual: 100 }),
});
export type AuditQuery = z.infer<typeof AuditQuery>;

export const AuditEntry = z.object({
  audit_entry_id: z.string(),
  at: z.iso.datetime(),
  organization_id: z.string().nullable(),
  actor: z.object({ type: z.string(), id: z.string().nullable(), label: z.string() }),
  remote_address: z.string().nullable(),
  /** `connection.create`, `role_mapping.update`, … */
  action: z.string(),
  target: z.object({ type: z.string(), id: z.string(), label: z.string() }),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;
