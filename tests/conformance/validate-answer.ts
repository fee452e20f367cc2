import type { Client, Json } from "./client";

type Definition = { name: string; type: string; multiValued: boolean; required: boolean; returned: string; subAttributes?: Definition[] };
type Catalogue = { schemas: Map<string, Definition[]>; types: Map<string, { schema: string; extensions: string[] }> };

const common: Definition[] = [
  { name: "id", type: "string", multiValued: false, required: true, returned: "always" },
  { name: "externalId", type: "string", multiValued: false, required: false, returned: "default" },
];
const metaNames = ["resourceType", "created", "lastModified", "location", "version"];

/** What the service publishes about itself: the only thing a stranger has to go by. */
export async function readCatalogue(client: Client): Promise<Catalogue> {
  const schemas: Json[] = (await client.call("GET", "/Schemas")).body.Resources;
  const types: Json[] = (await client.call("GET", "/ResourceTypes")).body.Resources;
  return {
    schemas: new Map(schemas.map((schema) => [schema.id, schema.attributes])),
    types: new Map(types.map((type) => [type.name, { schema: type.schema, extensions: (type.schemaExtensions ?? []).map((each: Json) => each.schema) }])),
  };
}

/** What in a resource is not as the published schemas say (RFC 7643 sections 2, 3 and 7). */
export function findViolations({ schemas, types }: Catalogue, resource: Json): string[] {
  const type = types.get(resource?.meta?.resourceType);
  if (!type) return [`unknown resource type ${String(resource?.meta?.resourceType)}`];
  const faults: string[] = [];
  const urns: string[] = resource.schemas ?? [];
  if (!urns.includes(type.schema)) faults.push("schemas lacks the core schema");
  if (new Set(urns).size !== urns.length) faults.push("schemas names one twice");
  for (const urn of urns) if (urn !== type.schema && !type.extensions.includes(urn)) faults.push(`schemas names ${urn}`);
  for (const name of Object.keys(resource.meta)) if (!metaNames.includes(name)) faults.push(`meta.${name}`);
  const { schemas: _schemas, meta: _meta, ...rest } = resource;
  const core = Object.fromEntries(Object.entries(rest).filter(([name]) => !name.includes(":")));
  faults.push(...checkObject([...common, ...(schemas.get(type.schema) ?? [])], core, ""));
  for (const [urn, value] of Object.entries(rest).filter(([name]) => name.includes(":"))) {
    if (!urns.includes(urn)) faults.push(`${urn} is not in schemas`);
    faults.push(...checkObject(schemas.get(urn) ?? [], value as Json, `${urn}:`));
  }
  for (const urn of urns) if (urn !== type.schema && rest[urn] === undefined) faults.push(`schemas names ${urn}, of which there is nothing`);
  return faults;
}

function checkObject(definitions: Definition[], object: Json, at: string): string[] {
  if (typeof object !== "object" || object === null || Array.isArray(object)) return [`${at} is no object`];
  const faults = definitions.filter(({ required, name, returned }) => required && returned !== "never" && object[name] === undefined).map(({ name }) => `${at}${name} is missing`);
  for (const [name, value] of Object.entries(object)) {
    const definition = definitions.find((each) => each.name === name);
    if (!definition) faults.push(`${at}${name} is declared nowhere`);
    else if (definition.returned === "never") faults.push(`${at}${name} must never be returned`);
    else faults.push(...checkValue(definition, value, `${at}${name}`));
  }
  return faults;
}

function checkValue(definition: Definition, value: unknown, at: string): string[] {
  if (definition.multiValued !== Array.isArray(value)) return [`${at} is ${Array.isArray(value) ? "a" : "no"} list`];
  const values: unknown[] = Array.isArray(value) ? value : [value];
  if (values.filter((each) => (each as Json)?.primary === true).length > 1) return [`${at} has several primary values`];
  return values.flatMap((each) => (definition.type === "complex" ? checkObject(definition.subAttributes ?? [], each, `${at}.`) : fits(definition.type, each) ? [] : [`${at} is ${JSON.stringify(each)}, no ${definition.type}`]));
}

function fits(type: string, value: unknown): boolean {
  if (type === "boolean") return typeof value === "boolean";
  if (type === "integer") return Number.isInteger(value);
  if (type === "decimal") return typeof value === "number";
  if (typeof value !== "string") return false;
  return type === "dateTime" ? /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(value) : true;
}
