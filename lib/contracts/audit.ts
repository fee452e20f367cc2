import { z } from "zod";

export const AuditQuery = z.object({
  search: z.string().trim().max(200).optional(),
  action: z.string().max(100).optional(),
  since: z.coerce.date().optional(),
  until: z.coerce.date().optional(),
  /** What the page before gave as `next_cursor`; counts instead of `page`. */
  cursor: z.string().max(200).optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
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
