import { expect } from "vitest";
import { type Client, filterQuery, type Json, patchOp, URNS } from "./client";
import { findViolations, readCatalogue } from "./validate-answer";

const characteristics = { mutability: ["readOnly", "readWrite", "immutable", "writeOnly"], returned: ["always", "never", "default", "request"], uniqueness: ["none", "server", "global"], type: ["string", "boolean", "decimal", "integer", "dateTime", "reference", "binary", "complex"] };

/** RFC 7643 sections 5 to 7, RFC 7644 section 4: what is published is complete, agrees with itself, and each of it has an address. */
export async function publishItself(client: Client): Promise<void> {
  const config = (await client.call("GET", "/ServiceProviderConfig")).body;
  for (const feature of ["patch", "bulk", "filter", "changePassword", "sort", "etag"]) expect(typeof config[feature].supported, feature).toBe("boolean");
  for (const limit of [config.bulk.maxOperations, config.bulk.maxPayloadSize, config.filter.maxResults]) expect(Number.isInteger(limit)).toBe(true);
  for (const scheme of config.authenticationSchemes) expect(scheme).toMatchObject({ type: expect.any(String), name: expect.any(String), description: expect.any(String) });
  for (const list of ["/Schemas", "/ResourceTypes"]) {
    const { status, body, text } = await client.call("GET", list);
    expect([status, body.schemas, body.totalResults, body.itemsPerPage]).toEqual([200, [URNS.list], body.Resources.length, body.Resources.length]);
    expect(text).not.toContain("null");
    for (const each of body.Resources) {
      expect(each.meta.location).toBe(`${client.base}${list}/${String(each.id)}`);
      expect((await client.call("GET", `${list}/${String(each.id)}`)).body).toEqual(each);
      for (const attribute of each.attributes ?? []) checkDefinition(attribute);
    }
    expect((await client.call("GET", filterQuery(list, "id pr"))).status).toBe(403);
    expect((await client.call("GET", `${list}?startIndex=5&count=1&sortBy=id`)).body.Resources).toEqual(body.Resources);
  }
  const { schemas, types } = await readCatalogue(client);
  for (const { schema, extensions } of types.values()) for (const urn of [schema, ...extensions]) expect(schemas.has(urn), urn).toBe(true);
  const first = await client.call("POST", "/Users", { schemas: [URNS.user], userName: "unknown@example.com", nothing: { a: 1 }, "urn:example:nothing:2.0:User": { a: 1 } });
  expect([first.status, findViolations(await readCatalogue(client), first.body)]).toEqual([201, []]);
}

function checkDefinition(attribute: Json): void {
  expect(attribute.name).toMatch(/^[A-Za-z$][A-Za-z0-9$_-]*$/);
  for (const [name, values] of Object.entries(characteristics)) expect(values, `${String(attribute.name)}.${name}`).toContain(attribute[name]);
  for (const name of ["multiValued", "required", "caseExact"]) expect(typeof attribute[name], `${String(attribute.name)}.${name}`).toBe("boolean");
  expect(attribute.subAttributes !== undefined, attribute.name).toBe(attribute.type === "complex");
  if (attribute.type === "reference") expect(attribute.referenceTypes?.length, attribute.name).toBeGreaterThan(0);
  for (const sub of attribute.subAttributes ?? []) {
    expect(sub.type).not.toBe("complex");
    checkDefinition(sub);
  }
}

/** What Microsoft's validator asks of groups and of disabled users, each answer held against the schema. */
export async function groupsAndDisabledUsers(client: Client): Promise<void> {
  const catalogue = await readCatalogue(client);
  const make = async (n: number): Promise<string> => String((await client.call("POST", "/Users", { schemas: [URNS.user], userName: `user${n}@example.com`, externalId: `e${n}`, displayName: `User ${n}`, active: true, emails: [{ value: `user${n}@example.com`, type: "work", primary: true }] })).body.id);
  const people = [await make(1), await make(2), await make(3)];
  const [first = ""] = people;
  for (const filter of ['userName eq "user1@example.com"', 'externalId eq "e1"', 'emails[type eq "work"].value eq "user1@example.com"', 'emails.value eq "USER1@example.com"', `id eq "${first}"`, 'userName eq "user1@example.com" and active eq true'])
    expect((await client.call("GET", filterQuery("/Users", filter))).body, filter).toMatchObject({ totalResults: 1, Resources: [{ id: first }] });

  expect((await client.call("PATCH", `/Users/${first}`, patchOp({ op: "Replace", path: "active", value: "False" }))).status).toBe(200);
  expect((await client.call("GET", `/Users/${first}`)).body.active).toBe(false);
  expect((await client.call("GET", filterQuery("/Users", 'userName eq "user1@example.com"'))).body).toMatchObject({ totalResults: 1, Resources: [{ id: first, active: false }] });
  expect((await client.call("PATCH", `/Users/${first}`, patchOp({ op: "Replace", path: "active", value: true }))).body.active).toBe(true);

  const post = await client.call("POST", "/Groups", { schemas: [URNS.group, "http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group"], externalId: "g1", displayName: "Displayed", meta: { resourceType: "Group" } });
  const at = `/Groups/${String(post.body.id)}`;
  const members = async (): Promise<string[]> => {
    const { body } = await client.call("GET", at);
    expect(findViolations(catalogue, body)).toEqual([]);
    return (body.members ?? []).map(({ value }: Json) => value);
  };
  expect(post.status).toBe(201);
  await client.call("PATCH", at, patchOp({ op: "Add", path: "members", value: people.map((value) => ({ $ref: null, value })) }));
  expect(await members()).toEqual(people);
  expect((await client.call("GET", `/Users/${first}`)).body.groups).toEqual([{ value: post.body.id, $ref: `${client.base}${at}`, display: "Displayed", type: "direct" }]);
  expect((await client.call("GET", filterQuery("/Groups", `members[value eq "${first}"] and displayName eq "displayed"`, "&excludedAttributes=members"))).body).toMatchObject({ totalResults: 1 });
  expect((await client.call("GET", `${at}?excludedAttributes=members`)).body.members).toBeUndefined();
  await client.call("PATCH", at, patchOp({ op: "Remove", path: "members", value: [{ $ref: null, value: first }] }));
  expect(await members()).toEqual(people.slice(1));
  await client.call("PATCH", at, patchOp({ op: "remove", path: `members[value eq "${people[1] ?? ""}"]` }));
  expect(await members()).toEqual(people.slice(2));
  expect((await client.call("PUT", at, { schemas: [URNS.group], displayName: "Displayed", members: [{ value: first }, { value: first }] })).body.members).toHaveLength(1);
  expect((await client.call("DELETE", at)).status).toBe(204);
  expect((await client.call("GET", `/Users/${first}`)).body.groups).toEqual([]);
}
