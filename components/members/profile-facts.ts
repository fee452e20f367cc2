import type { KeyValue } from "@/components/ui/key-value-list";

type Fields = Record<string, unknown>;

/** An attribute as it is shown: a known one by the key of its label, a custom one by its own name. */
export type Fact = { key: string; values: string[] };

/** `extensions`: one for each schema that is not of the standard, by its URN. */
export type Profile = { standard: Fact[]; enterprise: Fact[]; custom: Fact[]; extensions: { urn: string; facts: Fact[] }[] };

const enterpriseExtension = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

const standardOrder = [
  "displayName", "name.formatted", "name.givenName", "name.middleName", "name.familyName", "name.honorificPrefix", "name.honorificSuffix", "nickName", "title",
  "userType", "emails", "phoneNumbers", "addresses", "ims", "photos", "profileUrl", "preferredLanguage", "locale", "timezone", "entitlements", "roles", "x509Certificates",
] as const;

const enterpriseOrder = ["employeeNumber", "department", "division", "organization", "costCenter", "manager"] as const;

/** Shown elsewhere on the page, or of no use to a person. */
const elsewhere = new Set(["userName", "externalId", "active", "schemas", "id", "meta", "groups", "name"]);

/** Says a word of the protocol in the reader's language: `true`, `false`, the `type` of an e-mail address; others as they are. */
export type Say = (word: string) => string;

/** Sorts what an IdP said of a person into standard, enterprise and custom attributes. Empty ones are left out. */
export function groupAttributes(attributes: Fields, say: Say): Profile {
  const fact = (key: string, value: unknown): Fact[] => spellFact(key, value, say);
  const flat: Fields = { ...attributes, ...Object.fromEntries(Object.entries(objectOf(attributes.name)).map(([key, value]) => [`name.${key}`, value])) };
  const enterprise = objectOf(attributes[enterpriseExtension]);
  const known = new Set<string>(standardOrder);
  const custom = Object.entries(flat).filter(([key]) => !known.has(key) && !elsewhere.has(key) && key !== enterpriseExtension && !key.startsWith("name."));
  const unknownEnterprise = Object.entries(enterprise).filter(([key]) => !(enterpriseOrder as readonly string[]).includes(key));
  return {
    standard: standardOrder.flatMap((key) => fact(key, flat[key])),
    enterprise: enterpriseOrder.flatMap((key) => fact(key, enterprise[key])),
    custom: [...custom.filter(([key]) => !key.includes(":")), ...unknownEnterprise].flatMap(([key, value]) => fact(key, value)),
    extensions: custom.flatMap(([urn, value]) => {
      const facts = urn.includes(":") ? Object.entries(objectOf(value)).flatMap(([key, inner]) => fact(key, inner)) : [];
      return facts.length > 0 ? [{ urn, facts }] : [];
    }),
  };
}

function spellFact(key: string, value: unknown, say: Say): Fact[] {
  const values = (Array.isArray(value) ? value : [value]).map((each) => spell(each, say)).filter((text) => text !== "");
  return values.length > 0 ? [{ key, values }] : [];
}

/** A value in one line: what a multi-valued element says first, an address by its parts. */
function spell(value: unknown, say: Say): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "boolean") return say(String(value));
  if (typeof value !== "object") return String(value);
  const fields = value as Fields;
  const address = ["streetAddress", "postalCode", "locality", "region", "country"].map((key) => fields[key]).filter((part) => typeof part === "string" && part !== "");
  const main = fields.formatted ?? fields.displayName ?? fields.display ?? fields.value ?? (address.length > 0 ? address.join(", ") : undefined);
  const text = typeof main === "string" || typeof main === "number" || typeof main === "boolean" ? String(main) : JSON.stringify(value);
  return typeof fields.type === "string" && fields.type !== "" ? `${text} · ${say(fields.type)}` : text;
}

function objectOf(value: unknown): Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

/** Facts as a list of labels and values. */
export function toKeyValues(facts: readonly Fact[], label: (key: string) => string): KeyValue[] {
  return facts.map((each) => ({ key: each.key, label: label(each.key), value: each.values.join("\n") }));
}
