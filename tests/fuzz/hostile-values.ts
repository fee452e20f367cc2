import type { Random } from "./random";

export const ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

const TEXTS = [
  "", " ", "\u0000", "a\u0000b", "\ud800", "\udfff x", "\ufeff", "\u202e", "ß", "ẞ", "İ", "ı", "ﬁ", "e\u0301", "é", "😀", "👩‍👩‍👧", "null", "undefined", "NaN", "True", "false", "0", "-0", "1e400",
  "__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "'; drop table registration; --", "$1", "%", "%s", "_", "\\", "\\u0000", '"', "'", "`", "{{7*7}}", "<script>", "../../etc/passwd",
  "2026-13-45T99:99:99Z", "2026-11-22T16:00:00Z", 'W/"1"', "bulkId:x", "bulkId:", "urn:", "urn:x:y:z", "a.b.c", "a[b eq", 'members[value eq "x"]', "x".repeat(2_000), "(".repeat(300), "\r\nSet-Cookie: a=b", "\t", "٣", "ⅷ",
];
const WORDS = ["ada", "Bob", "eve", "work", "home", "other", "mobile", "Sales", "Engineer", "x@example.com"];
const NUMBERS: unknown[] = [0, -0, 1, -1, 0.1, 1e308, -1e308, 5e-324, 9007199254740993, 2 ** 31, 2 ** 63, 1e21];

export const ATTRIBUTES = [
  "userName", "externalId", "active", "displayName", "name", "nickName", "title", "emails", "phoneNumbers", "addresses", "ims", "photos", "roles", "entitlements", "x509Certificates", "groups", "members", "meta", "id", "schemas",
  "password", "profileUrl", "locale", "timezone", "userType", "preferredLanguage", ENTERPRISE, `${ENTERPRISE}:manager`, `${ENTERPRISE}:department`, "manager", "department", "urn:unknown:2.0:User", "urn:unknown:2.0:User:colour",
];
const PATHS = [
  ...ATTRIBUTES, "name.givenName", "emails.value", 'emails[type eq "work"]', 'emails[type eq "work"].value', 'emails[type eq "weird"].value', 'emails[value co "a" or not (primary eq true)].display', "addresses[type pr].locality", "USERNAME", "Name.FamilyName",
  `${ENTERPRISE}:manager.value`, `${ENTERPRISE}:manager.displayName`, "urn:ietf:params:scim:schemas:core:2.0:User:title", "meta.created", "groups.value", "members.value", 'members[value eq "00000000-0000-4000-8000-00000000dead"]', "members[type eq \"User\"]",
  "emails[", "emails[]", "emails[type]", "emails[type eq]", ".", "a..b", "emails[type eq \"work\"].value.more", "name[givenName eq \"x\"]", " title ", "title ", "__proto__", "__proto__.polluted", "constructor.prototype", "",
];

export const text = (random: Random): string => {
  if (random.chance(0.5)) return random.pick(WORDS) + (random.chance(0.3) ? String(random.below(9)) : "");
  return random.chance(0.8) ? random.pick(TEXTS) : String.fromCharCode(...random.list(8, () => random.below(0x10000)));
};

/** JSON of any kind, at most `depth` deep. */
export function value(random: Random, depth = 3): unknown {
  const kind = random.below(depth > 0 ? 9 : 6);
  if (kind < 3) return text(random);
  if (kind === 3) return random.pick(NUMBERS);
  if (kind === 4) return random.pick([true, false, null, "True", "false", {}, [], [null], [[]], [[], {}]]);
  if (kind === 5) return random.pick(WORDS);
  if (kind === 6) return random.list(4, () => value(random, depth - 1));
  const keys = ["value", "type", "primary", "display", "$ref", "givenName", "formatted", "locality", "department", "manager", "displayName", "VALUE", "Type", "constructor", "toString", "odd", ENTERPRISE];
  const entries = random.list(4, () => [random.chance(0.9) ? random.pick(keys) : text(random), value(random, depth - 1)] as const);
  return Object.fromEntries(entries);
}

export const path = (random: Random): string => (random.chance(0.9) ? random.pick(PATHS) : text(random));

export function filter(random: Random, depth = 3): string {
  const kind = random.below(depth > 0 ? 8 : 4);
  if (kind < 4) return comparison(random);
  if (kind === 4) return `not (${filter(random, depth - 1)})`;
  if (kind === 5) return `(${filter(random, depth - 1)})`;
  if (kind === 6) return `${random.pick(["emails", "addresses", "members", "groups", "name", ENTERPRISE])}[${filter(random, depth - 1)}]`;
  return `${filter(random, depth - 1)} ${random.pick(["and", "or", "AND", "xor", ""])} ${filter(random, depth - 1)}`;
}

function comparison(random: Random): string {
  const operator = random.pick(["eq", "ne", "co", "sw", "ew", "gt", "ge", "lt", "le", "pr", "EQ", "is", "="]);
  if (operator === "pr") return `${path(random)} pr`;
  return `${path(random)} ${operator} ${random.chance(0.8) ? JSON.stringify(random.chance(0.8) ? text(random) : value(random, 0)) : text(random)}`;
}

export const brokenJson = (random: Random): string =>
  random.pick(["", " ", "{", "}", "[]", "1", '"x"', "null", "true", '{"a":}', "{'a':1}", "[".repeat(20_000), '{"a":'.repeat(5_000), '{"userName":"\\u0000"}', '{"userName":"\\ud800"}', '{"userName":"a","userName":"b"}', '{"__proto__":{"active":true},"userName":"proto"}', '{"constructor":{"prototype":{"x":1}},"userName":"proto"}', '\ufeff{"userName":"bom"}', '{"userName":1e999}', "NaN", "userName=ada"]);
