import { describe, expect, test } from "vitest";
import { compareCodePoints } from "@/lib/scim/filter/compare-values";
import { evaluateFilter } from "@/lib/scim/filter/evaluate-filter";
import { parseFilter } from "@/lib/scim/filter/parse-filter";
import { silentQuirkLog } from "@/lib/scim/quirks/quirk-log";
import type { Resource } from "@/lib/scim/resource/resource";
import { attribute } from "@/lib/scim/schema/definition";
import { buildResourceSchema } from "@/lib/scim/schema/resource-schema";

const acme = "urn:acme:2.0:User";
const enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
const schema = buildResourceSchema("User", [
  {
    id: acme,
    name: "Acme",
    description: "",
    attributes: [
      attribute("level", "integer", ""),
      attribute("hired", "dateTime", ""),
      attribute("tags", "string", "", { multiValued: true }),
    ],
  },
]);

const babs: Resource = {
  schemas: ["urn:ietf:params:scim:schemas:core:2.0:User"],
  id: "2819c223",
  externalId: "Babs01",
  userName: "BJensen@example.com",
  name: { familyName: "Jensen", givenName: "Barbara", middleName: "" },
  active: true,
  emails: [
    { value: "bjensen@example.com", type: "work", primary: true },
    { value: "babs@home.example", type: "home" },
  ],
  meta: { lastModified: "2026-05-13T04:42:34.123Z", created: "2026-01-01T00:00:00.000Z" },
  [enterprise]: { department: "Tours", manager: { value: "26118915" } },
  [acme]: { level: 7, hired: "2020-02-29T23:00:00-02:00", tags: ["blue", "Green"] },
};

const matches = (filter: string, resource = babs): boolean =>
  evaluateFilter(parseFilter(filter, schema, silentQuirkLog), resource);

describe("RFC 7644 table 3: operators", () => {
  test.each([
    'userName eq "bjensen@EXAMPLE.com"',
    'userName co "jensen"',
    'userName sw "bj"',
    'userName ew ".COM"',
    'userName gt "a"',
    'userName le "z"',
    'externalId eq "Babs01"',
    'externalId ne "babs01"',
    "active eq true",
    "active ne false",
    'meta.lastModified gt "2026-05-13T04:42:34Z"',
    'meta.lastModified lt "2026-05-13T04:42:34.124Z"',
    'meta.created eq "2026-01-01T01:00:00+01:00"',
    'meta.created sw "2026-01"',
    `${acme}:level ge 7`,
    `${acme}:level lt 7.5`,
    `${acme}:hired eq "2020-03-01T01:00:00Z"`,
    `${enterprise}:department eq "tours"`,
    `${enterprise}:manager.value eq "26118915"`,
  ])("%s holds", (filter) => {
    expect(matches(filter)).toBe(true);
    expect(matches(`not (${filter})`)).toBe(false);
  });

  test.each([
    'externalId eq "babs01"',
    'userName gt "z"',
    'meta.lastModified le "2026-05-13T04:42:34.122Z"',
    `${acme}:level gt 7`,
    "active eq false",
  ])("%s does not hold", (filter) => {
    expect(matches(filter)).toBe(false);
  });

  test("pr asks for a value that is not empty", () => {
    expect(matches("name pr and emails pr and emails.type pr and active pr")).toBe(true);
    expect(matches("name.middleName pr or title pr or photos pr")).toBe(false);
    expect(matches("name pr", { userName: "x", name: { middleName: "" } })).toBe(false);
    expect(matches("active pr", { userName: "x", active: false })).toBe(true);
  });

  test("eq null and ne null ask whether something is assigned", () => {
    expect(matches("title eq null and userName ne null")).toBe(true);
    expect(matches("name.middleName eq null")).toBe(true);
  });
});

describe("RFC 7644 section 3.4.2.2: multi-valued attributes", () => {
  test("one fitting value is enough", () => {
    expect(matches('emails.value eq "babs@home.example"')).toBe(true);
    expect(matches('emails eq "BABS@home.example"')).toBe(true);
    expect(matches('emails.type ne "work"')).toBe(true);
  });

  test("a value path wants one element that satisfies all of it", () => {
    expect(matches('emails[type eq "work" and value co "home"]')).toBe(false);
    expect(matches('emails.type eq "work" and emails.value co "home"')).toBe(true);
    expect(matches('emails[type eq "home" and not (primary eq true)]')).toBe(true);
    expect(matches('emails[type eq "home" and primary eq "False"]')).toBe(false);
    expect(matches('emails[primary ne true].value eq "babs@home.example"')).toBe(true);
  });

  test("a simple multi-valued attribute calls its elements value", () => {
    expect(matches(`${acme}:tags eq "green"`)).toBe(true);
    expect(matches(`${acme}:tags[value sw "bl"]`)).toBe(true);
    expect(matches(`${acme}:tags[value eq "red"]`)).toBe(false);
  });
});

describe("unassigned attributes", () => {
  test("only ne holds", () => {
    expect(matches('title ne "x"')).toBe(true);
    expect(matches('photos.value ne "x"')).toBe(true);
    for (const operator of ["eq", "co", "sw", "ew", "gt", "ge", "lt", "le"]) {
      expect(matches(`title ${operator} "x"`)).toBe(false);
    }
    expect(matches('photos[type ne "x"]')).toBe(false);
  });

  test("a stored value of another type fits nothing", () => {
    expect(matches("active eq true", { userName: "x", active: "true" })).toBe(false);
    expect(matches('userName eq "1"', { userName: 1 })).toBe(false);
  });
});

test("texts are ordered by code point", () => {
  expect(compareCodePoints("\u{1F600}", "\uFFFD")).toBeGreaterThan(0);
  expect(compareCodePoints("a", "ab")).toBeLessThan(0);
  expect(compareCodePoints("é", "é")).toBe(0);
});
