import { isObject, type JsonObject, type JsonValue, type Resource } from "@/lib/scim/resource/resource";

const enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

/** A User's attributes in the spelling of the management API: snake_case, the enterprise extension under its own name. */
export function describeAttributes(resource: Resource): JsonObject {
  const described: JsonObject = {};
  for (const [name, value] of Object.entries(resource)) {
    if (name === enterprise) described.enterprise_extension = spell(value);
    else described[name.includes(":") ? name : snakeCase(name)] = spell(value);
  }
  return described;
}

function spell(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(spell);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [snakeCase(name), spell(inner)]));
}

function snakeCase(name: string): string {
  if (name === "x509Certificates") return "x509certificates";
  if (name === "$ref") return "ref";
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replace(/^_/, "");
}
