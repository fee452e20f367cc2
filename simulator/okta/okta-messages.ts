import { CORE_GROUP, CORE_USER, ENTERPRISE_USER, PATCH_OP, type Json } from "../checks.ts";
import type { Person } from "../company/make-company.ts";

/** Okta's headers as captured from its SCIM client. */
export function oktaHeaders(authorization: string, hasBody: boolean): Record<string, string> {
  return {
    Accept: "application/scim+json",
    "Accept-Charset": "utf-8",
    ...(hasBody ? { "Content-Type": "application/scim+json; charset=utf-8" } : {}),
    "User-Agent": "Okta SCIM Client 1.0.0",
    Authorization: authorization,
    Connection: "Keep-Alive",
    "Accept-Encoding": "gzip,deflate",
  };
}

export function searchBy(attribute: string, value: string): string {
  return `filter=${attribute}%20eq%20%22${encodeURIComponent(value)}%22&startIndex=1&count=100`;
}

/** The body of Okta's user creation: a random password even without password sync, and an empty `groups`. */
export function newOktaUser(person: Person): Json {
  return {
    schemas: [CORE_USER, ENTERPRISE_USER],
    userName: person.userName,
    name: { givenName: person.givenName, familyName: person.familyName },
    emails: [{ primary: true, value: person.userName, type: "work" }],
    displayName: person.displayName,
    locale: person.office.locale,
    externalId: person.oktaId,
    title: person.title,
    phoneNumbers: [{ primary: true, value: person.phone, type: "work" }],
    [ENTERPRISE_USER]: {
      employeeNumber: person.employeeNumber,
      department: person.department,
      division: person.division,
      costCenter: person.costCenter,
      ...(person.manager === null ? {} : { manager: { value: person.manager } }),
    },
    groups: [],
    password: person.oktaId.slice(3, 11),
    active: true,
  };
}

export function newOktaGroup(name: string): Json {
  return { schemas: [CORE_GROUP], displayName: name, members: [] };
}

/** An operation without `path`, the way Okta patches users and renames groups. */
export function replaceValue(value: Json): Json {
  return { schemas: [PATCH_OP], Operations: [{ op: "replace", value }] };
}

/** One membership push: who left first, then who joined. Neither `type` nor `$ref`. */
export function membershipDelta(removed: string[], added: { id: string; userName: string }[]): Json {
  const removals = removed.map((id) => ({ op: "remove", path: `members[value eq "${id}"]` }));
  const addition = { op: "add", path: "members", value: added.map(({ id, userName }) => ({ value: id, display: userName })) };
  return { schemas: [PATCH_OP], Operations: [...removals, ...(added.length > 0 ? [addition] : [])] };
}

/** “Push now”: the whole list, `[]` for an empty group. */
export function pushNow(members: { id: string; userName: string }[]): Json {
  return { schemas: [PATCH_OP], Operations: [{ op: "replace", path: "members", value: members.map(({ id, userName }) => ({ value: id, display: userName })) }] };
}
