import { z } from "zod";
import { identityProviders } from "./identity-providers";

/** The identity providers that Rollcall has a guide for; `generic` is every other one. */
export const IdentityProvider = z.enum(identityProviders);
export type IdentityProvider = z.infer<typeof IdentityProvider>;

const DisplayName = z.string().trim().min(1).max(128);

/** When a token ends: after so many days, or at a moment that is ahead; without either, never. */
const tokenEnd = {
  token_expires_in_days: z.number().int().min(1).max(3650).optional(),
  token_expires_at: z.iso.datetime({ offset: true }).optional(),
};
const oneEnd = (body: { token_expires_in_days?: number | undefined; token_expires_at?: string | undefined }): boolean => body.token_expires_in_days === undefined || body.token_expires_at === undefined;
const oneEndOnly = { path: ["token_expires_at"], message: "token_expires_in_days says when the token ends already; give one of the two" };

/** POST …/rotate/start */
export const StartRotationBody = z.object(tokenEnd).refine(oneEnd, oneEndOnly);
export type StartRotationBody = z.infer<typeof StartRotationBody>;

/** POST …/connection. All fields may be missing, as in Stytch's wire. */
export const CreateConnectionBody = z.object({ display_name: DisplayName.optional(), identity_provider: IdentityProvider.optional(), ...tokenEnd }).refine(oneEnd, oneEndOnly);
export type CreateConnectionBody = z.infer<typeof CreateConnectionBody>;

/** The portal's form: a name is asked for. */
export const CreateConnectionForm = z.object({ display_name: DisplayName, identity_provider: IdentityProvider });
export type CreateConnectionForm = z.infer<typeof CreateConnectionForm>;

export const ImplicitRoleAssignment = z.object({
  role_id: z.string().min(1).max(128),
  group_id: z.string().min(1).max(64),
  group_name: z.string().max(1024).optional(),
});
export type ImplicitRoleAssignment = z.infer<typeof ImplicitRoleAssignment>;

/** PUT …/connection/{connection}: partial. The list of assignments replaces the stored one. */
export const UpdateConnectionBody = z.object({
  display_name: DisplayName.optional(),
  identity_provider: IdentityProvider.optional(),
  scim_group_implicit_role_assignments: z.array(ImplicitRoleAssignment).max(5000).optional(),
  /** Ours: false is privacy mode: no content of this connection's calls is kept. */
  call_bodies_kept: z.boolean().optional(),
});
export type UpdateConnectionBody = z.infer<typeof UpdateConnectionBody>;

/** What happens to the people that a deleted connection provisioned. */
export const DeleteConnectionBody = z.object({ members: z.enum(["keep", "deactivate"]).default("keep") });
export type DeleteConnectionBody = z.infer<typeof DeleteConnectionBody>;

/** GET …/connection/{connection}: Stytch's getGroups. */
export const ConnectionGroupsQuery = z.object({
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
});
export type ConnectionGroupsQuery = z.infer<typeof ConnectionGroupsQuery>;

export const ConnectionStatus = z.enum(["active", "paused", "deleted"]);
export type ConnectionStatus = z.infer<typeof ConnectionStatus>;

const ConnectionCore = z.object({
  organization_id: z.string(),
  connection_id: z.string(),
  status: ConnectionStatus,
  display_name: z.string(),
  identity_provider: z.string(),
  base_url: z.string(),
  bearer_token_expires_at: z.iso.datetime().optional(),
  scim_group_implicit_role_assignments: z.array(ImplicitRoleAssignment.required()),
});

/** A connection as every operation but create and rotate start answers it. `next_bearer_token_last_four` is empty when no rotation is open. */
export const ConnectionWire = ConnectionCore.extend({
  bearer_token_last_four: z.string(),
  next_bearer_token_last_four: z.string(),
  next_bearer_token_expires_at: z.iso.datetime().optional(),
});
export type ConnectionWire = z.infer<typeof ConnectionWire>;

/** Answer of create: the one time that the token is shown. */
export const ConnectionWithToken = ConnectionCore.extend({ bearer_token: z.string() });
export type ConnectionWithToken = z.infer<typeof ConnectionWithToken>;

/** Answer of rotate start: the one time that the next token is shown. */
export const ConnectionWithNextToken = ConnectionWire.omit({ next_bearer_token_last_four: true }).extend({ next_bearer_token: z.string() });
export type ConnectionWithNextToken = z.infer<typeof ConnectionWithNextToken>;

export const ScimGroup = z.object({ group_id: z.string(), group_name: z.string(), organization_id: z.string(), connection_id: z.string() });
export type ScimGroupWire = z.infer<typeof ScimGroup>;

const time = z.iso.datetime().nullable();

/** A live token of a connection, without the token. */
export const TokenWire = z.object({
  slot: z.enum(["current", "next"]),
  last_four: z.string(),
  created_at: z.iso.datetime(),
  expires_at: time,
  last_used_at: time,
  call_count: z.number().int(),
});
export type TokenWire = z.infer<typeof TokenWire>;

/** The call that showed something first: how it tested or signed in, by what program, and whom or what it was about. */
export const SightingWire = z.object({ scim_request_id: z.string(), way: z.string().nullable(), user_agent: z.string().nullable(), subject: z.string().nullable() });
export type SightingWire = z.infer<typeof SightingWire>;

/** What real traffic has shown; null until it happened. */
export const ContactWire = z.object({
  first_contact_at: time,
  last_contact_at: time,
  credential_test_at: time,
  first_user_at: time,
  first_update_at: time,
  first_group_at: time,
  first_membership_at: time,
  first_deactivation_at: time,
  last_failure_at: time,
  /** By the name of a time above, what was seen then. */
  sightings: z.record(z.string(), SightingWire),
  /** Entra speaks its old dialect: its URL lacks the flag. */
  flag_missing: z.boolean(),
  request_count: z.number().int(),
  failure_count: z.number().int(),
});
export type ContactWire = z.infer<typeof ContactWire>;

/** Ours: everything that the portal shows of a connection. */
export const ConnectionDetailsWire = ConnectionWire.extend({
  created_at: z.iso.datetime(),
  token_copied_at: time,
  call_bodies_kept: z.boolean(),
  tokens: z.array(TokenWire),
  contact: ContactWire,
  counts: z.object({ people: z.number().int(), active_people: z.number().int(), groups: z.number().int(), mappings: z.number().int(), /** Open findings that are more than a note. */ findings: z.number().int() }),
});
export type ConnectionDetailsWire = z.infer<typeof ConnectionDetailsWire>;
