import { z } from "zod";
import { Paging } from "./envelope";
import { Role } from "./role";

const name = z.string().trim().min(1, "required").max(128, "too_long");
const slug = z
  .string()
  .trim()
  .toLowerCase()
  .min(2, "too_short")
  .max(128, "too_long")
  .regex(/^[a-z0-9\-._~]+$/, "slug_characters")
  // `.` and `..` are path steps, not names.
  .regex(/[a-z0-9]/, "slug_characters");
const externalId = z.string().max(128, "too_long").regex(/^[A-Za-z0-9._\-|]+$/, "external_id_characters");
const logoUrl = z.union([z.literal(""), z.url({ protocol: /^https?$/, error: "invalid_url" }).max(2000, "too_long")]);
const brandColor = z.union([z.literal(""), z.string().regex(/^#[0-9a-f]{6}$/i, "invalid_color")]);
const metadata = z.record(z.string(), z.unknown()).refine((value) => JSON.stringify(value).length <= 65_536, "too_long");

/** What the wire shows for features that Rollcall does not have. */
export const WIRE_CONSTANTS = {
  sso_jit_provisioning: "NOT_ALLOWED",
  sso_jit_provisioning_allowed_connections: [] as never[],
  sso_active_connections: [] as never[],
  sso_default_connection_id: null,
  email_allowed_domains: [] as never[],
  email_jit_provisioning: "NOT_ALLOWED",
  email_invites: "NOT_ALLOWED",
  auth_methods: "ALL_ALLOWED",
  allowed_auth_methods: [] as never[],
  mfa_policy: "OPTIONAL",
  rbac_email_implicit_role_assignments: [] as never[],
  mfa_methods: "ALL_ALLOWED",
  allowed_mfa_methods: [] as never[],
  oauth_tenant_jit_provisioning: "NOT_ALLOWED",
  allowed_oauth_tenants: {},
  claimed_email_domains: [] as never[],
  first_party_connected_apps_allowed_type: "NOT_ALLOWED",
  allowed_first_party_connected_apps: [] as never[],
  third_party_connected_apps_allowed_type: "NOT_ALLOWED",
  allowed_third_party_connected_apps: [] as never[],
} as const;

/** They change who gets in: any other value than the one we show is refused, never silently dropped. */
const unsupported = Object.fromEntries(
  Object.entries(WIRE_CONSTANTS).map(([field, constant]) => [
    field,
    z.unknown().refine((value) => value === undefined || JSON.stringify(value) === JSON.stringify(constant), "is not supported by Rollcall").optional(),
  ]),
);

/** An organization's own roles have operations of their own: nothing here would be applied. */
const customRoles = z.undefined({ error: "is set with PUT /v1/b2b/rbac/organizations/{organization}" }).optional();

export const CreateOrganizationBody = z.object({
  organization_name: name,
  organization_slug: slug.nullish(),
  organization_external_id: externalId.nullish(),
  organization_logo_url: logoUrl.nullish(),
  trusted_metadata: metadata.optional(),
  custom_roles: customRoles,
  ...unsupported,
});
export type CreateOrganizationBody = z.infer<typeof CreateOrganizationBody>;

export const UpdateOrganizationBody = z.object({
  organization_name: name.optional(),
  organization_slug: slug.optional(),
  organization_external_id: externalId.optional(),
  organization_logo_url: logoUrl.optional(),
  trusted_metadata: metadata.optional(),
  /** Ours: the accent colour of the portal, `#rrggbb`, empty for none. */
  brand_color: brandColor.optional(),
  /** Ours: a suspended organization's directories and admins are refused until it is active again. */
  organization_status: z.enum(["active", "suspended"]).optional(),
  /** Ours: the longest that a session of a member may last; null for as long as the app asks. */
  session_length_minutes: z.number().int().min(5).max(527_040).nullable().optional(),
  /** Ours: how many days logged calls of identity providers are kept; null for as long as the installation says. */
  call_retention_days: z.number().int().min(1).max(3650).nullable().optional(),
  /** Ours: false is privacy mode: no content of calls is kept, on any connection. */
  call_bodies_kept: z.boolean().optional(),
  custom_roles: customRoles,
  ...unsupported,
});
export type UpdateOrganizationBody = z.infer<typeof UpdateOrganizationBody>;

/** The part of it that the settings page edits. */
export const OrganizationProfile = UpdateOrganizationBody.pick({ organization_name: true, organization_slug: true, organization_logo_url: true, brand_color: true });
export type OrganizationProfile = z.infer<typeof OrganizationProfile>;

const texts = z.array(z.string().max(512)).max(500);
const text = z.string().max(512);

/** One condition of a search; a filter of the wire that Rollcall does not know is refused. */
export const OrganizationFilter = z.discriminatedUnion("filter_name", [
  z.object({ filter_name: z.literal("organization_ids"), filter_value: texts }),
  z.object({ filter_name: z.literal("organization_slugs"), filter_value: texts }),
  z.object({ filter_name: z.literal("organization_name_fuzzy"), filter_value: text }),
  z.object({ filter_name: z.literal("organization_slug_fuzzy"), filter_value: text }),
  z.object({ filter_name: z.literal("member_emails"), filter_value: texts }),
  z.object({ filter_name: z.literal("member_email_fuzzy"), filter_value: text }),
  // Of what Rollcall does not have: no organization is ever found by them.
  z.object({ filter_name: z.literal("allowed_domains"), filter_value: texts }),
  z.object({ filter_name: z.literal("allowed_domain_fuzzy"), filter_value: text }),
  z.object({ filter_name: z.literal("claimed_email_domains"), filter_value: texts }),
  z.object({ filter_name: z.literal("has_active_sso_connection"), filter_value: z.boolean() }),
  z.object({ filter_name: z.literal("sso_connection_id"), filter_value: z.union([text, texts]) }),
]);
export type OrganizationFilter = z.infer<typeof OrganizationFilter>;

export const SearchOrganizationsBody = Paging.extend({
  query: z.object({ operator: z.enum(["AND", "OR"]).default("AND"), operands: z.array(OrganizationFilter).max(20) }).nullish(),
});
export type SearchOrganizationsBody = z.infer<typeof SearchOrganizationsBody>;

const empty = z.array(z.never());

/** An organization as the wire shows it. Fields of features that Rollcall does not have are constants. */
export const Organization = z.object({
  organization_id: z.string(),
  organization_name: z.string(),
  organization_slug: z.string(),
  organization_logo_url: z.string(),
  organization_external_id: z.string().nullable(),
  /** Ours: a suspended organization's directories and admins are refused. */
  organization_status: z.enum(["active", "suspended"]),
  /** Ours: the accent colour of the portal, `#rrggbb`, empty for none. */
  brand_color: z.string(),
  trusted_metadata: z.record(z.string(), z.unknown()),
  session_length_minutes: z.number().int().nullable(),
  call_retention_days: z.number().int().nullable(),
  call_bodies_kept: z.boolean(),
  created_at: z.iso.datetime(),
  updated_at: z.iso.datetime(),
  scim_active_connection: z
    .object({ connection_id: z.string(), display_name: z.string(), bearer_token_last_four: z.string(), bearer_token_expires_at: z.iso.datetime().nullable() })
    .optional(),
  custom_roles: z.array(Role),
  sso_jit_provisioning: z.literal("NOT_ALLOWED"),
  sso_jit_provisioning_allowed_connections: empty,
  sso_active_connections: empty,
  sso_default_connection_id: z.null(),
  email_allowed_domains: empty,
  email_jit_provisioning: z.literal("NOT_ALLOWED"),
  email_invites: z.literal("NOT_ALLOWED"),
  auth_methods: z.literal("ALL_ALLOWED"),
  allowed_auth_methods: empty,
  mfa_policy: z.literal("OPTIONAL"),
  rbac_email_implicit_role_assignments: empty,
  mfa_methods: z.literal("ALL_ALLOWED"),
  allowed_mfa_methods: empty,
  oauth_tenant_jit_provisioning: z.literal("NOT_ALLOWED"),
  allowed_oauth_tenants: z.object({}),
  claimed_email_domains: empty,
  first_party_connected_apps_allowed_type: z.literal("NOT_ALLOWED"),
  allowed_first_party_connected_apps: empty,
  third_party_connected_apps_allowed_type: z.literal("NOT_ALLOWED"),
  allowed_third_party_connected_apps: empty,
});
export type Organization = z.infer<typeof Organization>;

/** The operator's form for a new organization; empty means "none given". */
export const NewOrganizationForm = z.object({
  organization_name: name,
  organization_slug: z.union([z.literal(""), slug]),
  organization_external_id: z.union([z.literal(""), externalId]),
});
export type NewOrganizationForm = z.infer<typeof NewOrganizationForm>;

/** The address bar of the operator's table of organizations; what makes no sense there is ignored. */
export const OrganizationsPageQuery = z.object({
  query: z.string().trim().max(200).optional().catch(undefined),
  status: z.enum(["active", "suspended"]).optional().catch(undefined),
  sort: z.enum(["name", "created"]).catch("created"),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

/** GET …/live: also what changed since this time, for a page that was rendered then. */
export const LiveQuery = z.object({ since: z.iso.datetime({ offset: true }).optional() });
export type LiveQuery = z.infer<typeof LiveQuery>;
