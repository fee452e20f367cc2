import { CORE_GROUP, CORE_USER, ENTERPRISE_USER, PATCH_OP, type Json } from "../checks.ts";
import type { CompanyGroup, Person } from "../company/make-company.ts";

/** `legacy` is what Entra sends without the flag `aadOptscim062020`, `standard` what it sends with it. */
export type EntraShape = "legacy" | "standard";

export type Change = { path: string; value: unknown };

export function entraHeaders(authorization: string, hasBody: boolean): Record<string, string> {
  return { Accept: "application/scim+json", ...(hasBody ? { "Content-Type": "application/scim+json; charset=utf-8" } : {}), Authorization: authorization, "Accept-Encoding": "gzip, deflate" };
}

/** Form encoding: Entra puts `+` for a space. */
export function entraFilter(attribute: string, value: string): string {
  return `filter=${attribute}+eq+%22${encodeURIComponent(value)}%22`;
}

export function newEntraUser(person: Person): Json {
  const { office } = person;
  return {
    schemas: [CORE_USER, ENTERPRISE_USER],
    externalId: person.entraId,
    userName: person.userName,
    active: true,
    displayName: person.displayName,
    title: person.title,
    preferredLanguage: office.language,
    emails: [{ primary: true, type: "work", value: person.userName }],
    addresses: [{ type: "work", formatted: `${office.city} office`, streetAddress: office.street, locality: office.city, region: office.region, postalCode: office.postalCode, country: office.country }],
    phoneNumbers: [{ type: "work", value: person.phone }],
    meta: { resourceType: "User" },
    name: { formatted: person.displayName, familyName: person.familyName, givenName: person.givenName },
    roles: [],
    [ENTERPRISE_USER]: { employeeNumber: person.employeeNumber, department: person.department },
  };
}

/** No members, an unknown schema beside the known one, and `meta` in the request. */
export function newEntraGroup(group: Pick<CompanyGroup, "name" | "entraId">): Json {
  return {
    schemas: [CORE_GROUP, "http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group"],
    externalId: group.entraId,
    displayName: group.name,
    meta: { resourceType: "Group" },
  };
}

/** Legacy: one capitalised operation for each attribute. Standard: filtered paths alone, all the rest in one value with dotted and qualified keys. */
export function entraPatch(shape: EntraShape, changes: Change[]): Json {
  if (shape === "legacy") return patchOf(changes.map(({ path, value }) => ({ op: "Replace", path, value })));
  const filtered = changes.filter(({ path }) => path.includes("["));
  const plain = changes.filter(({ path }) => !path.includes("["));
  const operations: Json[] = filtered.map(({ path, value }) => ({ op: "replace", path, value }));
  if (plain.length > 0) operations.push({ op: "replace", value: Object.fromEntries(plain.map(({ path, value }) => [path, value])) });
  return patchOf(operations);
}

/** Legacy sends a string for the boolean. */
export function entraActive(shape: EntraShape, active: boolean): Json {
  if (shape === "legacy") return patchOf([{ op: "Replace", path: "active", value: active ? "True" : "False" }]);
  return patchOf([{ op: "replace", path: "active", value: active }]);
}

export function addOne(shape: EntraShape, path: string, value: unknown): Json {
  return patchOf([{ op: shape === "legacy" ? "Add" : "add", path, value }]);
}

export function addMembers(shape: EntraShape, ids: string[]): Json {
  return addOne(shape, "members", ids.map((value) => ({ $ref: null, value })));
}

export function removeMember(shape: EntraShape, id: string): Json {
  if (shape === "legacy") return patchOf([{ op: "Remove", path: "members", value: [{ $ref: null, value: id }] }]);
  return patchOf([{ op: "remove", path: `members[value eq "${id}"]` }]);
}

function patchOf(operations: Json[]): Json {
  return { schemas: [PATCH_OP], Operations: operations };
}
