import type { ScimAttributes } from "@/lib/contracts/member";
import type { GroupOfMember } from "../roles/compute-effective-roles";
import type { MemberRegistration } from "./member-record";

type Fields = Record<string, unknown>;

export const enterpriseExtension = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

/** What an IdP says of a person in the management API's spelling: snake_case, every scalar present and empty where the IdP is silent. */
export function presentScimAttributes(registration: MemberRegistration, groups: readonly GroupOfMember[]): ScimAttributes {
  const given = registration.attributes;
  return {
    id: registration.id,
    user_name: registration.userName,
    external_id: registration.externalId ?? "",
    active: registration.active,
    groups: groups.filter((group) => group.connectionId === registration.connectionId).map((group) => ({ value: group.groupId, display: group.groupName })),
    display_name: text(given.displayName),
    nick_name: text(given.nickName),
    profile_url: text(given.profileUrl),
    user_type: text(given.userType),
    title: text(given.title),
    preferred_language: text(given.preferredLanguage),
    locale: text(given.locale),
    timezone: text(given.timezone),
    emails: plural(given.emails),
    phone_numbers: plural(given.phoneNumbers),
    addresses: list(given.addresses).map(presentAddress),
    ims: plural(given.ims),
    photos: plural(given.photos),
    entitlements: plural(given.entitlements),
    roles: plural(given.roles),
    x509certificates: plural(given.x509Certificates),
    name: presentName(fields(given.name)),
    enterprise_extension: presentEnterprise(fields(given[enterpriseExtension])),
  };
}

function presentName(name: Fields): ScimAttributes["name"] {
  return {
    formatted: text(name.formatted),
    family_name: text(name.familyName),
    given_name: text(name.givenName),
    middle_name: text(name.middleName),
    honorific_prefix: text(name.honorificPrefix),
    honorific_suffix: text(name.honorificSuffix),
  };
}

function presentAddress(address: Fields): ScimAttributes["addresses"][number] {
  return {
    formatted: text(address.formatted),
    street_address: text(address.streetAddress),
    locality: text(address.locality),
    region: text(address.region),
    postal_code: text(address.postalCode),
    country: text(address.country),
    type: text(address.type),
    primary: address.primary === true,
  };
}

function presentEnterprise(enterprise: Fields): ScimAttributes["enterprise_extension"] {
  const manager = fields(enterprise.manager);
  return {
    employee_number: text(enterprise.employeeNumber),
    cost_center: text(enterprise.costCenter),
    division: text(enterprise.division),
    department: text(enterprise.department),
    organization: text(enterprise.organization),
    manager: { value: text(manager.value), ref: text(manager.$ref), display_name: text(manager.displayName) },
  };
}

function plural(value: unknown): ScimAttributes["emails"] {
  return list(value).map((item) => ({ value: text(item.value), type: text(item.type), primary: item.primary === true }));
}

function list(value: unknown): Fields[] {
  return Array.isArray(value) ? value.map(fields) : [];
}

function fields(value: unknown): Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

function text(value: unknown): string {
  return typeof value === "string" ? value : typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}
