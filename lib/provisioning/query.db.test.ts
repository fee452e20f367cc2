import { beforeAll, describe, expect, test } from "vitest";
import { clock } from "@/lib/clock";
import type { JsonObject } from "@/lib/scim/resource/resource";
import { createTenant, type Tenant } from "@/tests/support/create-tenant";
import { callScim } from "@/tests/support/scim-client";

let acme: Tenant;
let other: Tenant;
const ids: string[] = [];

const names = ["delta", "Alpha", "charlie", "Bravo", undefined, "echo", "foxtrot", "Golf", "hotel", "india", "juliet"];

beforeAll(async () => {
  [acme, other] = [await createTenant({ name: "Acme" }), await createTenant({ name: "Other" })];
  for (const [at, displayName] of names.entries()) {
    const emails = [{ value: `z${at}@example.com` }, { value: `${String.fromCharCode(122 - at)}@example.com`, primary: true }];
    const reply = await callScim(acme, "POST", "/Users", { userName: `u${at}@example.com`, emails, ...(displayName === undefined ? {} : { displayName }) });
    ids.push(String(reply.body.id));
    await callScim(other, "POST", "/Users", { userName: `u${at}@example.com`, displayName: "stranger" });
  }
  await callScim(acme, "POST", "/Groups", { displayName: "Bravissimo" });
});

const list = async (target: string): Promise<JsonObject> => (await callScim(acme, "GET", target)).body;
const namesOf = (body: JsonObject): unknown[] => (body.Resources as JsonObject[]).map((each) => each.displayName ?? null);

describe("Sorting (RFC 7644 section 3.4.2.3)", () => {
  test("ignores case, and who has no value comes last, or first when descending", async () => {
    const sorted = ["Alpha", "Bravo", "charlie", "delta", "echo", "foxtrot", "Golf", "hotel", "india", "juliet", null];
    expect(namesOf(await list("/Users?sortBy=displayName"))).toEqual(sorted);
    expect(namesOf(await list("/Users?sortBy=DISPLAYNAME&sortOrder=descending"))).toEqual([...sorted].reverse());
    expect(namesOf(await list("/Users?sortBy=displayName&startIndex=3&count=2"))).toEqual(["charlie", "delta"]);
  });

  test("is alphabetic by Unicode, with no locale implied, in each list; numbers and times sort as such", async () => {
    const tenant = await createTenant();
    const inOrder = ["_x", "a1@example.com", "a10@example.com", "émile", "Zoë", "Ævar"].sort((one, two) => new Intl.Collator("und").compare(one, two));
    expect(inOrder).toEqual(["_x", "a1@example.com", "a10@example.com", "Ævar", "émile", "Zoë"]);
    for (const [at, userName] of inOrder.toReversed().entries()) {
      const externalId = userName.replace("é", "E");
      await callScim(tenant, "POST", "/Users", { userName, externalId, photos: [{ value: `https://example.com/${at}` }] });
    }
    const order = async (target: string): Promise<unknown[]> => ((await callScim(tenant, "GET", target)).body.Resources as JsonObject[]).map((each) => each.userName);
    expect(await order("/Users?sortBy=userName")).toEqual(inOrder);
    expect(await order("/Users?sortBy=userName&sortOrder=descending")).toEqual(inOrder.toReversed());
    expect(await order("/?sortBy=userName")).toEqual(inOrder);
    expect(await order("/Users?sortBy=externalId&attributes=userName")).toEqual(["_x", "a1@example.com", "a10@example.com", "Ævar", "émile", "Zoë"]);
    expect(await order("/?sortBy=meta.created&sortOrder=descending")).toEqual(inOrder);
  });

  test("takes the primary value of a multi-valued attribute", async () => {
    const body = await list("/Users?sortBy=emails&attributes=id");
    expect((body.Resources as JsonObject[]).map((each) => each.id)).toEqual([...ids].reverse());
  });

  test.each(["userName", "id", "meta.created", "meta.lastModified", "name.familyName", "active", "externalId", "emails.type", "groups.display", "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department"])("works by %s", async (attribute) => {
    expect((await list(`/Users?sortBy=${attribute}`)).totalResults).toBe(names.length);
  });

  test("refuses what is no attribute", async () => {
    expect((await callScim(acme, "GET", "/Users?sortBy=nonsense")).body.scimType).toBe("invalidPath");
  });
});

test.each(["Users", "Groups"])("filters of one attribute that compare in different ways do not disturb each other (%s)", async (resource) => {
  const total = async (literal: string): Promise<unknown> => (await list(`/${resource}?filter=displayName eq ${encodeURIComponent(literal)}`)).totalResults;
  const found = resource === "Users" ? 1 : 0;
  // More rounds than the pool has connections.
  for (let round = 0; round < 12; round++) {
    const answers = await Promise.all([total(JSON.stringify("x".repeat(150))), total('"bravo"'), total("null"), list(`/${resource}?filter=externalId eq null`), list(`/${resource}?filter=externalId eq "1"`)]);
    expect(answers).toMatchObject([0, found, resource === "Users" ? 1 : 0, { totalResults: resource === "Users" ? names.length : 1 }, { totalResults: 0 }]);
  }
});

describe("Cursor paging (RFC 9865)", () => {
  const walk = async (query: string, direction: "nextCursor" | "previousCursor", cursor = ""): Promise<{ pages: unknown[][]; last: string }> => {
    const pages: unknown[][] = [];
    let last = cursor;
    for (let at: string | undefined = cursor; at !== undefined && pages.length < 20; ) {
      const body: JsonObject = await list(`/Users?${query}&cursor=${at}`);
      expect(body.totalResults).toBe(names.length);
      pages.push((body.Resources as JsonObject[]).map((each) => each.id));
      last = at;
      at = body[direction] as string | undefined;
    }
    return { pages, last };
  };

  test.each(["count=4", "count=11", "count=4&sortBy=userName", "count=100"])("%s reaches everybody once, forwards and back", async (query) => {
    const forward = await walk(query, "nextCursor");
    const inOrder = forward.pages.flat();
    expect([...inOrder].sort()).toEqual([...ids].sort());
    expect(new Set(inOrder).size).toBe(ids.length);
    if (forward.last === "") return;
    const back = await walk(query, "previousCursor", forward.last);
    expect(back.pages.at(-1)).toEqual(forward.pages[0]);
    expect(back.pages.reverse().flat().slice(-ids.length)).toEqual(inOrder);
  });

  test("who goes back to people that are gone gets on, and nobody can read or make a cursor", async () => {
    const tenant = await createTenant();
    const made: string[] = [];
    for (const name of ["a", "b", "c", "d"]) made.push(String((await callScim(tenant, "POST", "/Users", { userName: name })).body.id));
    const page = async (cursor: unknown): Promise<JsonObject> => (await callScim(tenant, "GET", `/Users?count=2&cursor=${String(cursor)}`)).body;
    const first = await page("");
    const second = await page(first.nextCursor);
    for (const id of made.slice(0, 2)) await callScim(tenant, "DELETE", `/Users/${id}`);
    const back = await page(second.previousCursor);
    expect(back).toMatchObject({ itemsPerPage: 0, nextCursor: expect.any(String) as string });
    expect(back).not.toHaveProperty("previousCursor");
    expect((await page(back.nextCursor)).Resources).toMatchObject([{ id: made[2] }, { id: made[3] }]);
    expect(Buffer.from(String(first.nextCursor), "base64url").toString("latin1")).not.toContain("after");
    const other = String(first.nextCursor).replace(/.$/, (last) => (last === "A" ? "Q" : "A"));
    for (const forged of [other, "A", "-".repeat(80)]) expect((await page(forged)).scimType).toBe("invalidCursor");
  });

  test("says what is wrong with a cursor", async () => {
    const { nextCursor } = await list("/Users?cursor&count=4");
    const scimType = async (target: string): Promise<unknown> => (await callScim(acme, "GET", target)).body.scimType;
    expect(await scimType("/Users?cursor=nonsense")).toBe("invalidCursor");
    expect(await scimType(`/Users?cursor=${String(nextCursor)}&filter=active eq true`)).toBe("invalidCursor");
    expect(await scimType(`/Groups?cursor=${String(nextCursor)}`)).toBe("invalidCursor");
    expect((await callScim(other, "GET", `/Users?cursor=${String(nextCursor)}`)).body.scimType).toBe("invalidCursor");
    expect(await scimType(`/Users?cursor=${String(nextCursor)}&count=5`)).toBe("invalidCount");
    const now = clock.now;
    clock.now = () => new Date(now().getTime() + 2 * 3600 * 1000);
    expect(await scimType(`/Users?cursor=${String(nextCursor)}`)).toBe("expiredCursor");
    clock.now = now;
    expect(namesOf(await list(`/Users?cursor=${String(nextCursor)}`))).toEqual([null, "echo", "foxtrot", "Golf"]);
  });
});

describe("Searches", () => {
  test("POST .search asks the same (RFC 7644 section 3.4.3)", async () => {
    const body = { schemas: ["urn:ietf:params:scim:api:messages:2.0:SearchRequest"], filter: 'displayName sw "b"', attributes: ["displayName"], startIndex: 1, count: 10 };
    expect(namesOf((await callScim(acme, "POST", "/Users/.search", body)).body)).toEqual(["Bravo"]);
    expect(namesOf((await callScim(acme, "POST", "/Groups/.search", body)).body)).toEqual(["Bravissimo"]);
    expect(namesOf((await callScim(acme, "POST", "/.search", { ...body, sortBy: "displayName" })).body)).toEqual(["Bravissimo", "Bravo"]);
    expect((await callScim(acme, "GET", "/.search")).status).toBe(405);
  });

  test("the base URL lists people and groups together (section 3.4.2.1)", async () => {
    const all = await list("/?count=100");
    expect(all).toMatchObject({ totalResults: names.length + 1, itemsPerPage: names.length + 1 });
    expect((all.Resources as JsonObject[]).at(-1)?.displayName).toBe("Bravissimo");
    expect(await list('/?filter=meta.resourceType eq "Group"')).toMatchObject({ totalResults: 1 });
    expect(await list('/?filter=userName pr and displayName co "a"&count=2&startIndex=2')).toMatchObject({ totalResults: 5, itemsPerPage: 2, startIndex: 2 });
    expect(await list("/?count=0")).toMatchObject({ totalResults: names.length + 1, Resources: [] });
    const first = await list("/?cursor&count=8");
    const second = await list(`/?cursor=${String(first.nextCursor)}`);
    expect([...(first.Resources as JsonObject[]), ...(second.Resources as JsonObject[])].map((each) => each.id)).toEqual((all.Resources as JsonObject[]).map((each) => each.id));
  });
});
