import { z } from "zod";
import { IdentityProvider } from "./connection";

const email = z.string().trim().toLowerCase().max(254, "too_long").pipe(z.email("invalid_email"));

/** POST …/setup_links. With `connection_id` it leads to that connection, without one it may make one. */
export const CreateSetupLinkBody = z.object({
  connection_id: z.string().max(64).optional(),
  /** Chosen in advance where a connection is made. */
  identity_provider: IdentityProvider.optional(),
  /** Up to 30 days. */
  expires_in_hours: z.number().int().min(1).max(720).default(168),
  note: z.string().trim().max(200, "too_long").default(""),
  /** The link goes there when a mail server is set. */
  email_address: email.optional(),
});
export type CreateSetupLinkBody = z.infer<typeof CreateSetupLinkBody>;

/** The same as the portal's form edits it: empty where nothing was chosen. */
export const CreateSetupLinkForm = z.object({
  connection_id: z.string(),
  identity_provider: z.union([IdentityProvider, z.literal("")]),
  expires_in_hours: z.number().int().min(1).max(720),
  note: z.string().trim().max(200, "too_long"),
  email_address: z.union([email, z.literal("")]),
});
export type CreateSetupLinkForm = z.infer<typeof CreateSetupLinkForm>;

/** What someone says who opens a link: who they are. */
export const OpenSetupLinkBody = z.object({
  token: z.string().min(20).max(200),
  name: z.string().trim().min(1, "required").max(120, "too_long"),
});
export type OpenSetupLinkBody = z.infer<typeof OpenSetupLinkBody>;
export const OpenSetupLinkForm = OpenSetupLinkBody.pick({ name: true });
export type OpenSetupLinkForm = z.infer<typeof OpenSetupLinkForm>;

export const SetupLinkUseWire = z.object({
  name: z.string(),
  opened_at: z.iso.datetime(),
  last_seen_at: z.iso.datetime(),
  remote_address: z.string().nullable(),
  user_agent: z.string().nullable(),
});
export type SetupLinkUseWire = z.infer<typeof SetupLinkUseWire>;

/** A set-up link without its secret. */
export const SetupLinkWire = z.object({
  setup_link_id: z.string(),
  organization_id: z.string(),
  status: z.enum(["open", "expired", "revoked"]),
  /** Null until its user has made the connection. */
  connection_id: z.string().nullable(),
  connection_name: z.string().nullable(),
  may_create_connection: z.boolean(),
  identity_provider: z.string().nullable(),
  note: z.string(),
  email_address: z.string().nullable(),
  emailed: z.boolean(),
  created_at: z.iso.datetime(),
  created_by: z.string(),
  expires_at: z.iso.datetime(),
  revoked_at: z.iso.datetime().nullable(),
  /** Newest first, the last twenty. */
  uses: z.array(SetupLinkUseWire),
});
export type SetupLinkWire = z.infer<typeof SetupLinkWire>;
