import { z } from "zod";
import { listPart } from "./envelope";
import { MemberRole } from "./role";

const Plural = z.object({ value: z.string(), type: z.string(), primary: z.boolean() });

const Address = z.object({
  formatted: z.string(),
  street_address: z.string(),
  locality: z.string(),
  region: z.string(),
  postal_code: z.string(),
  country: z.string(),
  type: z.string(),
  primary: z.boolean(),
});

/** What the IdP says of a person; every scalar is there, empty where the IdP is silent. */
export const ScimAttributes = z.object({
  user_name: z.string(),
  id: z.string(),
  external_id: z.string(),
  active: z.boolean(),
  groups: z.array(z.object({ value: z.string(), display: z.string() })),
  display_name: z.string(),
  nick_name: z.string(),
  profile_url: z.string(),
  user_type: z.string(),
  title: z.string(),
  preferred_language: z.string(),
  locale: z.string(),
  timezone: z.string(),
  emails: z.array(Plural),
  phone_numbers: z.array(Plural),
  addresses: z.array(Address),
  ims: z.array(Plural),
  photos: z.array(Plural),
  entitlements: z.array(Plural),
  roles: z.array(Plural),
  x509certificates: z.array(Plural),
  name: z.object({
    formatted: z.string(),
    family_name: z.string(),
    given_name: z.string(),
    middle_name: z.string(),
    honorific_prefix: z.string(),
    honorific_suffix: z.string(),
  }),
  enterprise_extension: z.object({
    employee_number: z.string(),
    cost_center: z.string(),
    division: z.string(),
    department: z.string(),
    organization: z.string(),
    manager: z.object({ value: z.string(), ref: z.string(), display_name: z.string() }),
  }),
});

export const ScimRegistration = z.object({
  connection_id: z.string(),
  registration_id: z.string(),
  external_id: z.string(),
  scim_attributes: ScimAttributes,
});

export const MemberStatus = z.enum(["pending", "invited", "active", "deactivated", "deleted"]);

const Metadata = z.record(z.string(), z.unknown());
const metadata = Metadata.refine((value) => JSON.stringify(value).length <= 65_536, "too_long");

export const Member = z.object({
  organization_id: z.string(),
  member_id: z.string(),
  email_address: z.string(),
  status: MemberStatus,
  name: z.string(),
  external_id: z.string().nullable(),
  is_admin: z.boolean(),
  roles: z.array(MemberRole),
  scim_registration: ScimRegistration.nullable(),
  trusted_metadata: Metadata,
  untrusted_metadata: Metadata,
  created_at: z.string(),
  updated_at: z.string(),
  email_address_verified: z.boolean(),
  // Parts of the wire that Rollcall does not serve: neutral constants.
  sso_registrations: z.array(z.never()),
  oauth_registrations: z.array(z.never()),
  retired_email_addresses: z.array(z.never()),
  is_breakglass: z.boolean(),
  is_locked: z.boolean(),
  member_password_id: z.string(),
  mfa_enrolled: z.boolean(),
  mfa_phone_number: z.string(),
  mfa_phone_number_verified: z.boolean(),
  default_mfa_method: z.string(),
  totp_registration_id: z.string(),
});

const emailAddress = z.email("is not an e-mail address").max(320);
const externalId = z.string().regex(/^[A-Za-z0-9._|-]{1,128}$/, "must be 1 to 128 letters, digits, or . _ | -");
const name = z.string().trim().max(512);
const roles = z.array(z.string().min(1).max(128)).max(200);

/** Settings of sign-in that Rollcall does not have: naming them is refused, so that nobody relies on them. */
const unsupported = {
  mfa_phone_number: z.undefined({ error: "is not supported" }).optional(),
  mfa_enrolled: z.literal(false, { error: "is not supported" }).optional(),
  is_breakglass: z.literal(false, { error: "is not supported" }).optional(),
};

export const CreateMemberBody = z.object({
  email_address: emailAddress,
  name: name.optional(),
  external_id: externalId.optional(),
  roles: roles.optional(),
  trusted_metadata: metadata.optional(),
  untrusted_metadata: metadata.optional(),
  create_member_as_pending: z.boolean().optional(),
  ...unsupported,
});

export const UpdateMemberBody = z.object({
  email_address: emailAddress.optional(),
  name: name.optional(),
  external_id: externalId.optional(),
  roles: roles.optional(),
  trusted_metadata: metadata.optional(),
  untrusted_metadata: metadata.optional(),
  preserve_existing_sessions: z.boolean().optional(),
  unlink_email: z.literal(false, { error: "is not supported" }).optional(),
  default_mfa_method: z.literal("", { error: "is not supported" }).optional(),
  ...unsupported,
});

export const GetMemberQuery = z
  .object({ member_id: z.string().max(128).optional(), email_address: z.string().max(320).optional() })
  .refine((query) => query.member_id ?? query.email_address, { error: "member_id or email_address is required", path: ["member_id"] });

/** `include_deleted` shows a member that was deleted, too. */
export const DangerouslyGetQuery = z.object({ include_deleted: z.enum(["true", "false"]).default("false") });

const filter = <Name extends string, Value extends z.ZodType>(filter_name: Name, filter_value: Value) => z.object({ filter_name: z.literal(filter_name), filter_value });

const texts = z.array(z.string().max(512)).max(1000);

const MemberFilter = z.discriminatedUnion("filter_name", [
  filter("member_ids", texts),
  filter("member_emails", texts),
  filter("member_email_fuzzy", z.string().min(1).max(512)),
  filter("member_is_breakglass", z.boolean()),
  filter("statuses", z.array(MemberStatus).max(20)),
  filter("member_phone_numbers", texts),
  filter("member_phone_number_fuzzy", z.string().max(512)),
]);

export const SearchMembersBody = z.object({
  organization_ids: z.array(z.string().min(1).max(128)).min(1).max(100),
  cursor: z.string().max(500).nullish(),
  limit: z.number().int().min(1).max(1000).default(100),
  query: z.object({ operator: z.enum(["AND", "OR"]).default("AND"), operands: z.array(MemberFilter).max(50) }).nullish(),
});

/** The portal's list: filters, order and page as its URL has them. */
export const FindMembersQuery = z.object({
  search: z.string().max(256).optional(),
  status: z.enum(["active", "deactivated", "invited", "deleted"]).optional(),
  group_id: z.string().max(128).optional(),
  role_id: z.string().max(128).optional(),
  connection_id: z.string().max(128).optional(),
  sort: z.enum(["name", "email", "status", "created", "updated"]).default("name"),
  order: z.enum(["asc", "desc"]).default("asc"),
  /** Counting may stop there: where everybody fits, it takes longer than the page. */
  total_up_to: z.coerce.number().int().min(1).optional(),
  ...listPart({ most: 1000, usual: 50 }),
});

export type Member = z.infer<typeof Member>;
export type MemberFilter = z.infer<typeof MemberFilter>;
export type ScimAttributes = z.infer<typeof ScimAttributes>;
export type ScimRegistration = z.infer<typeof ScimRegistration>;
export type CreateMemberBody = z.infer<typeof CreateMemberBody>;
export type UpdateMemberBody = z.infer<typeof UpdateMemberBody>;
export type FindMembersQuery = z.infer<typeof FindMembersQuery>;

/** A member as a row of the portal's list. */
export const MemberSummary = z.object({
  member_id: z.string(),
  name: z.string(),
  email_address: z.string(),
  user_name: z.string(),
  status: MemberStatus,
  /** Roles in force; `direct` where one source is an assignment. */
  roles: z.array(z.object({ role_id: z.string(), direct: z.boolean() })),
  group_names: z.array(z.string()),
  connections: z.array(z.object({ connection_id: z.string(), display_name: z.string(), identity_provider: z.string() })),
  created_at: z.string(),
  updated_at: z.string(),
});
export type MemberSummary = z.infer<typeof MemberSummary>;
