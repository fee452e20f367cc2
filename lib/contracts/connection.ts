import { z } from "zod";
import { identityProviders } from "./identity-providers";

/** The identity providers that Rollcall has a guide for; `generic` is every other one. */
export const IdentityProvider = z.enum(identityProviders);
export type IdentityProvider = z.infer<typeof IdentityProvider>;

const DisplayName = z.string().trim().min(1).max(128);

/** POST …/connection. Both fields may be missing, as in Stytch's wire. */
export const CreateConnectionBody = z.object({
  display_name: DisplayName.optional(),
  identity_provider: IdentityProvider.optional(),
});
export type CreateConnectionBody = z.infer<typeof CreateConnectionBody>;

/** The portal's form: a name is asked for. */
export const CreateConnectionForm = z.object({ display_name: DisplayName, identity_provider: IdentityProvider });
export type CreateConnectionForm = z.infer<typeof CreateConnectionForm>;

export const ImplicitRoleAssignment = z.object({
  role_id: z.string().min(1),
  group_id: z.string().min(1),
  group_name: z.string().optional(),
});
export type ImplicitRoleAssignment = z.infer<typeof ImplicitRoleAssignment>;

/** PUT …/connection/{connection}: partial. The list of assignments replaces the stored one. */
export const UpdateConnectionBody = z.object({
  display_name: DisplayName.optional(),
  identity_provider: IdentityProvider.optional(),
  scim_group_implicit_role_assignments: z.array(ImplicitRoleAssignment).optional(),
});
export type UpdateConnectionBody = z.infer<typeof UpdateConnectionBody>;

/** What happens to the people that a deleted connection provisioned. */
export const DeleteConnectionBody = z.object({ members: z.enum(["keep", "deactivate"]).default("keep") });
export type DeleteConnectionBody = z.infer<typeof DeleteConnectionBody>;

/** GET …/connection/{connection}: Stytch's getGroups. */
export const ConnectionGroupsQuery = z.object({
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
});
export type ConnectionGroupsQuery = z.infer<typeof ConnectionGroupsQuery>;

export type ConnectionStatus = "active" | "paused" | "deleted";

type ConnectionCore = {
  organization_id: string;
  connection_id: string;
  status: ConnectionStatus;
  display_name: string;
  identity_provider: string;
  base_url: string;
  bearer_token_expires_at?: string;
  scim_group_implicit_role_assignments: Required<ImplicitRoleAssignment>[];
};

/** A connection as every operation but create and rotate start answers it. */
export type ConnectionWire = ConnectionCore & {
  bearer_token_last_four: string;
  /** Empty when no rotation is open. */
  next_bearer_token_last_four: string;
  next_bearer_token_expires_at?: string;
};

/** Answer of create: the one time that the token is shown. */
export type ConnectionWithToken = ConnectionCore & { bearer_token: string };

/** Answer of rotate start: the one time that the next token is shown. */
export type ConnectionWithNextToken = Omit<ConnectionWire, "next_bearer_token_last_four"> & { next_bearer_token: string };

export type ScimGroupWire = { group_id: string; group_name: string; organization_id: string; connection_id: string };

/** A live token of a connection, without the token. */
export type TokenWire = {
  slot: "current" | "next";
  last_four: string;
  created_at: string;
  expires_at: string | null;
  last_used_at: string | null;
  call_count: number;
};

/** What real traffic has shown; null until it happened. */
export type ContactWire = {
  first_contact_at: string | null;
  last_contact_at: string | null;
  credential_test_at: string | null;
  first_user_at: string | null;
  first_update_at: string | null;
  first_group_at: string | null;
  first_membership_at: string | null;
  first_deactivation_at: string | null;
  last_failure_at: string | null;
  /** By the name of a time above, what was seen then. */
  sightings: Record<string, SightingWire>;
  /** Entra speaks its old dialect: its URL lacks the flag. */
  flag_missing: boolean;
  request_count: number;
  failure_count: number;
};

/** The call that showed something first: how (of a test), by what program, and whom or what it was about. */
export type SightingWire = { scim_request_id: string; way: string | null; user_agent: string | null; subject: string | null };

/** Ours: everything that the portal shows of a connection. */
export type ConnectionDetailsWire = ConnectionWire & {
  created_at: string;
  token_copied_at: string | null;
  tokens: TokenWire[];
  contact: ContactWire;
  counts: { people: number; active_people: number; groups: number; mappings: number; /** Open findings that are more than a note. */ findings: number };
};
