import { expect } from "vitest";
import { type Client, filterQuery, type Json, patchOp, URNS } from "./client";

const created = async (client: Client, path: string, body: Json): Promise<Json> => {
  const answer = await client.call("POST", path, body);
  expect(answer.status, answer.text).toBe(201);
  return answer.body;
};

const bjensen = { schemas: [URNS.user], userName: "bjensen", externalId: "bjensen", name: { formatted: "Ms. Barbara J Jensen III", familyName: "Jensen", givenName: "Barbara" } };

/** RFC 7644 sections 3.3, 3.4.1, 3.5.1, 3.6 and 3.14: the life of one resource, as its examples tell it. */
export async function liveAsInTheExamples(client: Client): Promise<void> {
  const post = await client.call("POST", "/Users", bjensen);
  const { id, meta } = post.body;
  expect([post.status, post.headers.location, post.headers.etag, post.headers["content-type"]]).toEqual([201, meta.location, meta.version, "application/scim+json"]);
  expect(meta).toMatchObject({ resourceType: "User", location: `${client.base}/Users/${String(id)}`, created: meta.lastModified });
  expect((await client.call("POST", "/Users", bjensen)).body).toMatchObject({ schemas: [URNS.error], status: "409", scimType: "uniqueness" });

  const get = await client.call("GET", `/Users/${String(id)}`);
  expect([get.status, get.body, get.headers.etag, get.headers["content-location"]]).toEqual([200, post.body, meta.version, meta.location]);
  expect((await client.call("GET", `/Users/${String(id)}`, undefined, { "if-none-match": meta.version })).status).toBe(304);
  expect((await client.call("GET", `/Users/${String(id)}?attributes=userName`)).body).toEqual({ schemas: [URNS.user], id, userName: "bjensen" });
  expect((await client.call("HEAD", `/Users/${String(id)}`)).headers.etag).toBe(meta.version);

  const replaced = { ...bjensen, id, roles: [], emails: [{ value: "bjensen@example.com" }, { value: "babs@jensen.org" }] };
  const put = await client.call("PUT", `/Users/${String(id)}`, replaced, { "if-match": meta.version });
  expect([put.status, put.body.emails, put.headers.etag === meta.version]).toEqual([200, replaced.emails, false]);
  expect((await client.call("PUT", `/Users/${String(id)}`, replaced, { "if-match": meta.version })).body).toMatchObject({ schemas: [URNS.error], status: "412" });
  expect((await client.call("PUT", "/Users/00000000-0000-4000-8000-00000000dead", replaced)).status).toBe(404);

  expect((await client.call("DELETE", `/Users/${String(id)}`, undefined, { "if-match": put.headers.etag ?? "" })).status).toBe(204);
  for (const method of ["GET", "DELETE", "PUT", "PATCH"]) {
    const body = method === "PUT" ? replaced : method === "PATCH" ? patchOp({ op: "remove", path: "title" }) : undefined;
    expect((await client.call(method, `/Users/${String(id)}`, body)).body, method).toMatchObject({ schemas: [URNS.error], status: "404" });
  }
  expect((await client.call("GET", filterQuery("/Users", 'userName eq "bjensen"'))).body).toMatchObject({ totalResults: 0 });
  expect((await created(client, "/Users", bjensen)).id).not.toBe(id);
}

/** RFC 7644 figure 2 and section 3.4.2.2: each example filter, and who it finds of three people. */
export async function filterAsInTheExamples(client: Client): Promise<void> {
  const people = [
    { userName: "bjensen", externalId: "b", title: "Vice President", userType: "Employee", name: { familyName: "O'Malley" }, emails: [{ type: "work", value: "bjensen@example.com" }], ims: [{ type: "xmpp", value: "b@foo.com" }] },
    { userName: "JSmith", externalId: "j", userType: "Contractor", emails: [{ type: "home", value: "js@example.org" }] },
    { userName: "tour", externalId: "t", title: "Guide", userType: "Intern", emails: [{ type: "work", value: "t@example.com" }], [URNS.enterprise]: { department: "Tours" } },
  ];
  for (const person of people) await created(client, "/Users", { schemas: [URNS.user], ...person });
  const examples: [string, string][] = [
    ['userName eq "bjensen"', "b"],
    ['userName Eq "BJENSEN"', "b"],
    [`name.familyName co "O'Malley"`, "b"],
    ['userName sw "J"', "j"],
    [`${URNS.user}:userName sw "J"`, "j"],
    ["title pr", "b t"],
    ['meta.lastModified gt "2011-05-13T04:42:34Z"', "b j t"],
    ['meta.lastModified ge "2011-05-13T04:42:34+02:00"', "b j t"],
    ['meta.lastModified lt "2011-05-13T04:42:34Z"', ""],
    ['title pr and userType eq "Employee"', "b"],
    ['title pr or userType eq "Intern"', "b t"],
    [`schemas eq "${URNS.enterprise}"`, "t"],
    ['userType eq "Employee" and (emails co "example.com" or emails.value co "example.org")', "b"],
    ['userType ne "Employee" and not (emails co "example.com" or emails.value co "example.org")', ""],
    ['userType eq "Employee" and (emails.type eq "work")', "b"],
    ['userType eq "Employee" and emails[type eq "work" and value co "@example.com"]', "b"],
    ['emails[type eq "work" and value co "@example.com"] or ims[type eq "xmpp" and value co "@foo.com"]', "b t"],
    ['not (title pr)', "j"],
    ['title ne "Guide"', "b j"],
    ['userType eq "Intern" or userType eq "Employee" and title eq "Guide"', "t"],
    [`${URNS.enterprise}:department eq "tours"`, "t"],
    ['externalId eq "B"', ""],
    ['userName gt "k"', "t"],
  ];
  for (const [filter, found] of examples) {
    const { status, body, text } = await client.call("GET", filterQuery("/Users", filter));
    expect([filter, status, text.slice(0, 80)]).toEqual([filter, 200, text.slice(0, 80)]);
    expect([filter, body.Resources.map((each: Json) => each.externalId).sort().join(" ")]).toEqual([filter, found]);
    const searched = await client.call("POST", "/Users/.search", { schemas: [URNS.search], filter, attributes: ["externalId"], startIndex: 1, count: 10 });
    expect(searched.body).toMatchObject({ schemas: [URNS.list], totalResults: body.totalResults });
  }
  const root = await client.call("GET", filterQuery("/", '(meta.resourceType eq "User") or (meta.resourceType eq "Group")'));
  expect(root.body.totalResults).toBe(3);
  for (const filter of ["userName", "userName eq", 'userName regex "x"', "(userName pr", "active gt true", 'x509Certificates.value gt "x"', "userName eq 'x'", 'nothing eq "x"', "emails[type eq]", 'title pr and'])
    expect((await client.call("GET", filterQuery("/Users", filter))).body, filter).toMatchObject({ schemas: [URNS.error], status: "400", scimType: "invalidFilter" });
}

/** RFC 7644 sections 3.5.2.1 to 3.5.2.3: each example PATCH on users and groups. */
export async function patchAsInTheExamples(client: Client): Promise<void> {
  const [babs, james] = [await created(client, "/Users", { schemas: [URNS.user], userName: "babs", nickName: "Babs" }), await created(client, "/Users", { schemas: [URNS.user], userName: "james" })];
  const group = await created(client, "/Groups", { schemas: [URNS.group], displayName: "Tour Guides" });
  expect(group.meta.lastModified).toBe(group.meta.created);
  const patchGroup = async (...operations: Json[]): Promise<string[]> => {
    const { status, text } = await client.call("PATCH", `/Groups/${String(group.id)}?attributes=members`, patchOp(...operations));
    expect(status, text).toBe(200);
    return ((await client.call("GET", `/Groups/${String(group.id)}`)).body.members ?? []).map(({ value }: Json) => value);
  };
  const babsMember = { display: "Babs Jensen", $ref: `${client.base}/Users/${String(babs.id)}`, value: babs.id };
  const jamesMember = { display: "James Smith", $ref: `${client.base}/Users/${String(james.id)}`, value: james.id };
  expect(await patchGroup({ op: "add", path: "members", value: [babsMember] })).toEqual([babs.id]);
  expect(await patchGroup({ op: "remove", path: `members[value eq "${String(babs.id)}"]` }, { op: "add", path: "members", value: [jamesMember] })).toEqual([james.id]);
  expect(await patchGroup({ op: "replace", path: "members", value: [babsMember, jamesMember] })).toEqual([babs.id, james.id]);
  expect(await patchGroup({ op: "remove", path: "members" })).toEqual([]);
  expect((await client.call("PATCH", `/Groups/${String(group.id)}`, patchOp({ op: "replace", path: "displayName", value: "Guides" }))).status).toBe(204);

  const patchBabs = async (...operations: Json[]): Promise<Json> => (await client.call("PATCH", `/Users/${String(babs.id)}`, patchOp(...operations))).body;
  expect(await patchBabs({ op: "add", value: { emails: [{ value: "babs@jensen.org", type: "home" }], nickname: "Babs" } })).toMatchObject({ emails: [{ value: "babs@jensen.org", type: "home" }], nickName: "Babs" });
  const address = { type: "work", streetAddress: "911 Universal City Plaza", locality: "Hollywood", region: "CA", postalCode: "91608", country: "US", formatted: "911 Universal City Plaza\nHollywood, CA 91608 US", primary: true };
  await patchBabs({ op: "add", path: "addresses", value: [{ type: "work", locality: "Los Angeles" }] });
  expect((await patchBabs({ op: "replace", path: 'addresses[type eq "work"]', value: address })).addresses).toEqual([address]);
  expect((await patchBabs({ op: "replace", path: 'addresses[type eq "work"].streetAddress', value: "1010 Broadway Ave" })).addresses).toEqual([{ ...address, streetAddress: "1010 Broadway Ave" }]);
  expect((await patchBabs({ op: "replace", value: { emails: [{ value: "bjensen@example.com", type: "work", primary: true }, { value: "babs@jensen.org", type: "home" }], nickname: "Barbie" } })).nickName).toBe("Barbie");
  expect((await patchBabs({ op: "remove", path: 'emails[type eq "work" and value ew "example.com"]' })).emails).toEqual([{ value: "babs@jensen.org", type: "home" }]);

  const refusals: [Json, string][] = [
    [{ op: "remove" }, "noTarget"],
    [{ op: "replace", path: "id", value: "1" }, "mutability"],
    [{ op: "add", path: "meta.created", value: "2026-01-01T00:00:00Z" }, "mutability"],
    [{ op: "replace", path: "groups", value: [] }, "mutability"],
    [{ op: "remove", path: "userName" }, "mutability"],
    [{ op: "replace", path: "nothing", value: "x" }, "invalidPath"],
    [{ op: "replace", path: "name.nothing", value: "x" }, "invalidPath"],
    [{ op: "replace", path: "emails[type eq", value: "x" }, "invalidPath invalidFilter"],
    [{ op: "replace", path: 'emails[type eq "nowhere"]', value: { value: "x" } }, "noTarget"],
    [{ op: "replace", path: "active", value: "perhaps" }, "invalidValue"],
    [{ op: "add", path: "name", value: "x" }, "invalidValue"],
    [{ op: "move", path: "title", value: "x" }, "invalidSyntax"],
  ];
  const before = (await client.call("GET", `/Users/${String(babs.id)}`)).body;
  for (const [operation, scimType] of refusals) {
    const { body } = await client.call("PATCH", `/Users/${String(babs.id)}`, patchOp({ op: "replace", path: "title", value: "Gone" }, operation));
    expect(body, JSON.stringify(operation)).toMatchObject({ schemas: [URNS.error], status: "400" });
    expect(scimType.split(" "), JSON.stringify(operation)).toContain(body.scimType);
  }
  expect((await client.call("GET", `/Users/${String(babs.id)}`)).body).toEqual(before);
}

/** RFC 7644 section 3.7: the example with a circular reference, and the limits. */
export async function bulkAsInTheExamples(client: Client): Promise<void> {
  const { status, body } = await client.call("POST", "/Bulk", {
    schemas: [URNS.bulk],
    failOnErrors: 1,
    Operations: [
      { method: "POST", path: "/Groups", bulkId: "qwerty", data: { schemas: [URNS.group], displayName: "Group A", members: [{ type: "Group", value: "bulkId:ytrewq" }, { type: "User", value: "bulkId:u" }] } },
      { method: "POST", path: "/Groups", bulkId: "ytrewq", data: { schemas: [URNS.group], displayName: "Group B" } },
      { method: "POST", path: "/Users", bulkId: "u", data: { schemas: [URNS.user, URNS.enterprise], userName: "alice", [URNS.enterprise]: { manager: { value: "bulkId:m" } } } },
      { method: "POST", path: "/Users", bulkId: "m", data: { schemas: [URNS.user], userName: "mrs" } },
      { method: "PATCH", path: "/Users/bulkId:u", data: patchOp({ op: "replace", path: "title", value: "Guide" }) },
      { method: "DELETE", path: "/Users/00000000-0000-4000-8000-00000000dead" },
      { method: "POST", path: "/Users", bulkId: "never", data: { userName: "never" } },
    ],
  });
  expect(status).toBe(200);
  expect(body.Operations.map((each: Json) => [each.method, each.bulkId, each.status])).toEqual([
    ["POST", "qwerty", "201"],
    ["POST", "ytrewq", "201"],
    ["POST", "u", "201"],
    ["POST", "m", "201"],
    ["PATCH", undefined, "200"],
    ["DELETE", undefined, "404"],
  ]);
  expect(body.Operations.every((each: Json) => typeof each.location === "string")).toBe(true);
  const [, , alice, mrs] = body.Operations.map((each: Json) => String(each.location).split("/").at(-1));
  expect((await client.call("GET", `/Users/${String(alice)}`)).body).toMatchObject({ title: "Guide", groups: [{ display: "Group A" }], [URNS.enterprise]: { manager: { value: mrs, $ref: `${client.base}/Users/${String(mrs)}` } } });
  const many = Array.from({ length: 1001 }, (_, n) => ({ method: "POST", path: "/Users", bulkId: String(n), data: { userName: `u${n}` } }));
  const tooMany = await client.call("POST", "/Bulk", { schemas: [URNS.bulk], Operations: many });
  expect([tooMany.status, tooMany.body.detail]).toEqual([413, expect.stringContaining("1000")]);
}
