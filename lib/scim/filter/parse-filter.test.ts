import { describe, expect, test } from "vitest";
import { ScimError } from "@/lib/scim/errors";
import type { Filter } from "@/lib/scim/filter/filter";
import { parseFilter, parseRootFilter } from "@/lib/scim/filter/parse-filter";
import { createQuirkLog, type QuirkCode, silentQuirkLog } from "@/lib/scim/quirks/quirk-log";
import { formatAttributePath } from "@/lib/scim/schema/attribute-path";
import { attribute } from "@/lib/scim/schema/definition";
import { buildResourceSchema, groupResource, userResource } from "@/lib/scim/schema/resource-schema";

const enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

/** A filter in Lisp, which shows precedence and types at a glance. */
function show(filter: Filter): string {
  switch (filter.kind) {
    case "and":
    case "or":
      return `(${filter.kind} ${filter.filters.map(show).join(" ")})`;
    case "not":
      return `(not ${show(filter.filter)})`;
    case "present":
      return `(pr ${formatAttributePath(filter.path)})`;
    case "compare":
      return `(${filter.operator} ${formatAttributePath(filter.path)} ${filter.compared.as}:${filter.compared.value})`;
    case "valuePath":
      return `(any ${formatAttributePath(filter.path)} ${show(filter.filter)})`;
    case "constant":
      return String(filter.value);
  }
}

const parse = (text: string): string => show(parseFilter(text, userResource, silentQuirkLog));

function quirksOf(text: string): QuirkCode[] {
  const quirks = createQuirkLog();
  parseFilter(text, userResource, quirks);
  return quirks.entries().map(({ code }) => code);
}

function refusal(text: string, schema = userResource): ScimError {
  try {
    parseFilter(text, schema, silentQuirkLog);
  } catch (error) {
    if (error instanceof ScimError) return error;
    throw error;
  }
  throw new Error(`"${text}" was accepted`);
}

describe("RFC 7644 section 3.4.2.2: grammar", () => {
  test.each([
    ['userName eq "bjensen"', "(eq userName text:bjensen)"],
    ['name.familyName co "O\'Malley"', "(co name.familyName text:O'Malley)"],
    ['urn:ietf:params:scim:schemas:core:2.0:User:userName sw "J"', "(sw userName text:J)"],
    ["title pr", "(pr title)"],
    ['meta.lastModified gt "2011-05-13T04:42:34Z"', "(gt meta.lastModified instant:2011-05-13T04:42:34.000Z)"],
    ['title pr and userType eq "Employee"', "(and (pr title) (eq userType text:Employee))"],
    ['title pr or userType eq "Intern"', "(or (pr title) (eq userType text:Intern))"],
    ['schemas eq "urn:x"', "(eq schemas text:urn:x)"],
    [
      'userType eq "Employee" and (emails co "example.com" or emails.value co "example.org")',
      "(and (eq userType text:Employee) (or (co emails.value text:example.com) (co emails.value text:example.org)))",
    ],
    [
      'userType ne "Employee" and not (emails co "example.com")',
      "(and (ne userType text:Employee) (not (co emails.value text:example.com)))",
    ],
    [
      'emails[type eq "work" and value co "@example.com"] or ims[type eq "xmpp" and value co "@foo.com"]',
      "(or (any emails (and (eq emails.type text:work) (co emails.value text:@example.com))) (any ims (and (eq ims.type text:xmpp) (co ims.value text:@foo.com))))",
    ],
  ])("accepts the RFC's example %s", (text, expected) => {
    expect(parse(text)).toBe(expected);
  });

  test("binds not before and before or", () => {
    expect(parse("title pr or nickName pr and not (locale pr) or timezone pr")).toBe(
      "(or (pr title) (and (pr nickName) (not (pr locale))) (pr timezone))",
    );
  });

  test("lets parentheses override precedence", () => {
    expect(parse("(title pr or nickName pr) and locale pr")).toBe("(and (or (pr title) (pr nickName)) (pr locale))");
  });

  test("ignores space around brackets", () => {
    expect(parse('  ( not(  emails[ type eq "work" ] ) )  ')).toBe("(not (any emails (eq emails.type text:work)))");
  });

  test("decodes JSON escapes in values", () => {
    expect(parse(String.raw`title eq "a\"b\\cé\n(]"`)).toBe('(eq title text:a"b\\cé\n(])');
  });

  test.each([
    "",
    " ",
    "userName",
    "userName eq",
    'eq "x"',
    'userName is "x"',
    'userName eq "x" and',
    'userName eq "x" or or title pr',
    'userName eq "x" title pr',
    '(userName eq "x"',
    'userName eq "x")',
    'not userName eq "x"',
    "not ()",
    "()",
    "emails[]",
    'emails[type eq "work"',
    'emails[type eq "work"]]',
    'emails[emails[type eq "work"]]',
    'userName eq "unterminated',
    String.raw`userName eq "bad \q escape"`,
    'userName eq "raw\ttab"',
    'userName eq ("x")',
    'userName eq "a" "b"',
    'title[value eq "x"]',
    'emails.value[type eq "x"]',
    'emails[type eq "work"].nothing eq "x"',
    'emails[type eq "work"].value',
    '"userName" eq "x"',
    'name eq "x"',
    'userName eq "\u0000"',
    String.raw`userName eq "\ud800"`,
    "userName gt null",
  ])("refuses %j with invalidFilter", (text) => {
    expect(refusal(text)).toMatchObject({ status: 400, scimType: "invalidFilter" });
  });

  test("refuses attributes that do not exist, since no match would make the client create the resource", () => {
    expect(refusal('email Co "x"').detail).toBe('"email" is not an attribute of User. Did you mean "emails"?');
    expect(refusal("shoeSize gt 40").detail).toBe('"shoeSize" is not an attribute of User.');
    expect(refusal('name.nothing eq "x"').scimType).toBe("invalidFilter");
    expect(refusal('urn:unknown:2.0:User:title eq "x"').scimType).toBe("invalidFilter");
    expect(refusal('__proto__ eq "x"').scimType).toBe("invalidFilter");
    expect(refusal("constructor pr").scimType).toBe("invalidFilter");
  });

  test("refuses to filter by the password", () => {
    expect(refusal('password sw "a"').scimType).toBe("invalidFilter");
    expect(refusal("password pr").scimType).toBe("invalidFilter");
  });
});

describe("RFC 7644 section 3.4.2.2: types", () => {
  test("compares by the attribute's case sensitivity", () => {
    expect(parse('userName eq "A" and externalId eq "A"')).toBe("(and (eq userName text:A) (eq externalId exactText:A))");
  });

  test.each(["gt", "ge", "lt", "le", "co", "sw", "ew"])("refuses booleans with %s", (operator) => {
    expect(refusal(`active ${operator} true`).scimType).toBe("invalidFilter");
  });

  test.each(["gt", "ge", "lt", "le"])("refuses binaries with %s", (operator) => {
    expect(refusal(`x509Certificates.value ${operator} "MII"`).scimType).toBe("invalidFilter");
  });

  test("compares numbers as numbers", () => {
    const schema = buildResourceSchema("User", [
      { id: "urn:acme:2.0:User", name: "Acme", description: "", attributes: [attribute("level", "integer", "")] },
    ]);
    const filter = parseFilter("urn:acme:2.0:User:level ge 1.5e1", schema, silentQuirkLog);
    expect(filter).toMatchObject({ compared: { as: "number", value: 15 } });
    for (const value of ['"x"', "true", "1e999", '""']) {
      expect(refusal(`urn:acme:2.0:User:level eq ${value}`, schema).scimType).toBe("invalidFilter");
    }
    expect(refusal("urn:acme:2.0:User:level co 1", schema).scimType).toBe("invalidFilter");
  });

  test("compares dates as instants, whatever their zone", () => {
    expect(parse('meta.created le "2026-01-31T12:00:00+02:00"')).toBe("(le meta.created instant:2026-01-31T10:00:00.000Z)");
    for (const date of ["yesterday", "2026-02-30T00:00:00Z", "2026-13-01T00:00:00Z", "0000-01-01T00:00:00Z", "2026-01-31"]) {
      expect(refusal(`meta.created gt "${date}"`).scimType).toBe("invalidFilter");
    }
  });

  test("takes null for unassigned", () => {
    expect(parse("title eq null")).toBe("(not (pr title))");
    expect(parse("title ne null")).toBe("(pr title)");
    expect(parse('title eq "null"')).toBe("(eq title text:null)");
  });
});

describe("RFC 7644 section 3.10: attribute notation", () => {
  test("finds extension attributes by URN in any case, though URNs hold dots", () => {
    expect(parse(`${enterprise.toUpperCase()}:MANAGER.Value eq "1"`)).toBe(`(eq ${enterprise}:manager.value exactText:1)`);
  });

  test("takes the longest registered URN", () => {
    const short = { id: "urn:acme", name: "A", description: "", attributes: [attribute("x", "string", "")] };
    const long = { id: "urn:acme:2.0:User", name: "B", description: "", attributes: [attribute("x", "string", "")] };
    const schema = buildResourceSchema("User", [short, long]);
    expect(show(parseFilter("urn:acme:2.0:User:x pr", schema, silentQuirkLog))).toBe("(pr urn:acme:2.0:User:x)");
    expect(show(parseFilter("urn:acme:x pr", schema, silentQuirkLog))).toBe("(pr urn:acme:x)");
  });

  test("knows common attributes, groups and $ref", () => {
    expect(parse('id eq "1" and meta.resourceType eq "User" and groups.$ref pr')).toBe(
      "(and (eq id exactText:1) (eq meta.resourceType exactText:User) (pr groups.$ref))",
    );
  });
});

describe("tolerances 17 to 20: dialects in filters", () => {
  test("17: a boolean may be quoted and capitalised", () => {
    expect(parse('roles[primary eq "True"]')).toBe("(any roles (eq roles.primary boolean:true))");
    expect(quirksOf('active eq "False"')).toContain("quoted_boolean_filter");
    expect(refusal('active eq "yes"').scimType).toBe("invalidFilter");
  });

  test("18: a value without quotes reaches to the next space or bracket", () => {
    expect(parse("externalId eq jyoung")).toBe("(eq externalId exactText:jyoung)");
    expect(parse("(externalId eq 42) and userName eq a@b.c")).toBe("(and (eq externalId exactText:42) (eq userName text:a@b.c))");
    expect(quirksOf("externalId eq jyoung")).toContain("unquoted_filter_value");
    expect(refusal("displayName eq Two Words").scimType).toBe("invalidFilter");
  });

  test("19: operators and attribute names count in any case", () => {
    expect(parse('USERNAME Eq "x" AND NOT (Emails[Type EQ "work"])')).toBe(
      "(and (eq userName text:x) (not (any emails (eq emails.type text:work))))",
    );
  });

  test("20: a bare multi-valued attribute means its value", () => {
    expect(parse('emails eq "x"')).toBe("(eq emails.value text:x)");
    expect(quirksOf('emails eq "x"')).toContain("bare_multivalued_filter");
  });

  test("20: a filtered path compares the same element", () => {
    expect(parse('emails[type eq "work"].value eq "x"')).toBe(
      "(any emails (and (eq emails.type text:work) (eq emails.value text:x)))",
    );
  });

  test("15: Entra asks for manager without its URN", () => {
    expect(parse('id eq "1" and manager eq "2"')).toBe(`(and (eq id exactText:1) (eq ${enterprise}:manager.value exactText:2))`);
  });
});

describe("limits", () => {
  test("a filter may have 8 KiB", () => {
    expect(parse(`title eq "${"x".repeat(8_000)}"`)).toContain("xxx");
    expect(refusal(`title eq "${"x".repeat(8_192)}"`).scimType).toBe("invalidFilter");
    expect(refusal(`title eq "${"ü".repeat(4_096)}"`).scimType).toBe("invalidFilter");
  });

  test("a filter may have 100 comparisons", () => {
    const terms = (count: number): string => Array.from({ length: count }, () => "title pr").join(" or ");
    expect(parse(terms(100))).toContain("(or ");
    expect(refusal(terms(101)).scimType).toBe("invalidFilter");
  });

  test("a filter may nest 20 deep", () => {
    const nested = (depth: number): string => `${"(".repeat(depth)}title pr${")".repeat(depth)}`;
    expect(parse(nested(20))).toBe("(pr title)");
    expect(refusal(nested(21)).scimType).toBe("invalidFilter");
    expect(refusal("not (".repeat(1_500)).scimType).toBe("invalidFilter");
  });
});

describe("RFC 7644 section 3.4.2.1: queries at the root", () => {
  const parseRoot = (text: string): string =>
    show(parseRootFilter(text, groupResource, [userResource], silentQuirkLog));

  test("what only the other resource type has counts as unassigned", () => {
    expect(parseRoot('displayName eq "x" or userName eq "x" or userName pr or userName ne "x"')).toBe(
      "(or (eq displayName text:x) false false true)",
    );
    expect(parseRoot('emails[type eq "work"] and meta.resourceType eq "Group"')).toBe(
      "(and false (eq meta.resourceType exactText:Group))",
    );
  });

  test("what no resource type has is an error", () => {
    expect(() => parseRoot('nothing eq "x"')).toThrow(ScimError);
  });
});
