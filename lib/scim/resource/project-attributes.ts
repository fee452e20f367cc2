import { invalidValue } from "@/lib/scim/errors";
import { isObject, type JsonObject, type JsonValue, type Resource } from "@/lib/scim/resource/resource";
import type { AttributeDefinition } from "@/lib/scim/schema/definition";
import { resolveAttribute } from "@/lib/scim/schema/resolve-attribute";
import type { ResourceSchema } from "@/lib/scim/schema/resource-schema";

/** A whole attribute or extension, or some of its sub-attributes by lower-case name. */
type Selection = "all" | ReadonlySet<string>;
/** By lower-case attribute name, `urn:attribute` or URN. */
type Selections = ReadonlyMap<string, Selection>;

/** Which attributes an answer shall hold (RFC 7644 section 3.9). */
export type Projection = {
  /** Whether any of the attribute (any case; `urn:attribute` for extensions) is part of the answer. */
  wants(attribute: string): boolean;
  /** From `attributes`; null if the client did not ask for some. */
  readonly only: Selections | null;
  /** From `excludedAttributes`. */
  readonly excluded: Selections;
};

type ProjectionQuery = { attributes?: string | readonly string[]; excludedAttributes?: string | readonly string[] };

/**
 * Reads `attributes` and `excludedAttributes`, comma-separated or a list. Unknown names select nothing. Throws invalidValue for both
 * at once: they exclude each other (RFC 7644 section 3.9).
 */
export function parseProjection(schema: ResourceSchema, query: ProjectionQuery): Projection {
  const names = splitNames(query.attributes);
  const only = names.length === 0 ? null : readSelections(schema, names);
  const excluded = readSelections(schema, splitNames(query.excludedAttributes));
  if (only !== null && excluded.size > 0) throw invalidValue('"attributes" and "excludedAttributes" exclude each other: name one of them.');
  const wants = (attribute: string): boolean => {
    const resolved = resolveAttribute(schema, attribute);
    if (resolved.kind !== "attribute") return isSelected(attribute.toLowerCase(), "default", only, excluded);
    const { urn, attribute: definition } = resolved.path;
    return isSelected(keyOf(urn, definition.name), definition.returned, only, excluded);
  };
  return { wants, only, excluded };
}

/**
 * Leaves in a full resource what the projection wants and the schema allows (`returned` of RFC 7643 section 7). What no schema declares is
 * returned on request only, so that an answer never holds what its `schemas` do not define. Shares everything it does not change.
 */
export function projectAttributes(schema: ResourceSchema, full: Resource, projection: Projection): Resource {
  if (isWhole(schema, projection) && isDeclared(schema, full)) return full;
  const projected: Resource = {};
  for (const [name, value] of Object.entries(full)) {
    const extension = schema.extensionsByUrn.get(name.toLowerCase());
    const kept =
      extension !== undefined && isObject(value)
        ? projectContainer(value, extension.schema.id, extension.attributes, projection)
        : projectAttribute(value, keyOf(null, name), schema.attributes.get(name.toLowerCase()), projection);
    if (kept !== undefined) projected[name] = kept;
  }
  return tellSchemas(schema, projected);
}

/** Whether all that the schema declares is shown. */
export function isWhole(schema: ResourceSchema, { only, excluded }: Projection): boolean {
  return only === null && excluded.size === 0 && !schema.hasUnusualReturns;
}

/** `schemas` names what defines the attributes that are there (RFC 7643 section 3). */
function tellSchemas({ extensionsByUrn }: ResourceSchema, projected: Resource): Resource {
  const { schemas } = projected;
  if (!Array.isArray(schemas)) return projected;
  const present = schemas.filter((urn) => typeof urn === "string" && (!extensionsByUrn.has(urn.toLowerCase()) || projected[urn] !== undefined));
  return { ...projected, schemas: present };
}

/** Whether schemas declare all there is in a resource, or in some of it. */
export function isDeclared({ declared }: ResourceSchema, full: Resource): boolean {
  for (const name of Object.keys(full)) {
    if (!declared.has(name)) return false;
    const value = name.includes(":") ? full[name] : undefined;
    if (isObject(value) && !Object.keys(value).every((each) => declared.has(`${name}:${each}`))) return false;
  }
  return true;
}

function projectContainer(
  container: JsonObject,
  urn: string,
  attributes: ReadonlyMap<string, AttributeDefinition>,
  projection: Projection,
): JsonObject | undefined {
  const projected: JsonObject = {};
  for (const [name, value] of Object.entries(container)) {
    const kept = projectAttribute(value, keyOf(urn, name), attributes.get(name.toLowerCase()), projection);
    if (kept !== undefined) projected[name] = kept;
  }
  return Object.keys(projected).length === 0 ? undefined : projected;
}

function projectAttribute(
  value: JsonValue,
  key: string,
  definition: AttributeDefinition | undefined,
  { only, excluded }: Projection,
): JsonValue | undefined {
  const returned = definition?.returned ?? "request";
  if (!isSelected(key, returned, only, excluded)) return undefined;
  if (returned === "always" || definition?.subAttributes === undefined) return value;
  const chosen = only === null ? "all" : (selectionOf(only, key) ?? "all");
  const dropped = selectionOf(excluded, key);
  if (chosen === "all" && dropped === undefined && !definition.subAttributes.some(isUnusual)) return value;
  return projectSubAttributes(value, definition, chosen, dropped instanceof Set ? dropped : new Set());
}

function projectSubAttributes(
  value: JsonValue,
  definition: AttributeDefinition,
  chosen: Selection,
  dropped: ReadonlySet<string>,
): JsonValue | undefined {
  if (Array.isArray(value)) {
    const elements = value.map((element) => projectSubAttributes(element, definition, chosen, dropped));
    return elements.filter((element) => element !== undefined);
  }
  if (!isObject(value)) return value;
  const returns = new Map(definition.subAttributes?.map((sub) => [sub.name.toLowerCase(), sub.returned]));
  const kept = Object.entries(value).filter(([name]) => {
    const lower = name.toLowerCase();
    const returned = returns.get(lower) ?? "default";
    if (returned === "always" || returned === "never") return returned === "always";
    if (dropped.has(lower)) return false;
    return chosen === "all" ? returned === "default" : chosen.has(lower);
  });
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

function isSelected(
  key: string,
  returned: AttributeDefinition["returned"],
  only: Selections | null,
  excluded: Selections,
): boolean {
  if (returned === "always" || returned === "never") return returned === "always";
  if (selectionOf(excluded, key) === "all") return false;
  return only === null ? returned === "default" : selectionOf(only, key) !== undefined;
}

/** The selection of an attribute: its own, or that of the extension it belongs to. */
function selectionOf(selections: Selections, key: string): Selection | undefined {
  return selections.get(key) ?? selections.get(key.slice(0, Math.max(0, key.lastIndexOf(":"))));
}

function readSelections(schema: ResourceSchema, names: readonly string[]): Selections {
  const selections = new Map<string, Selection>();
  for (const name of names) {
    const resolved = resolveAttribute(schema, name);
    if (resolved.kind !== "attribute") select(selections, name.toLowerCase(), "all");
    else {
      const { urn, attribute, sub } = resolved.path;
      select(selections, keyOf(urn, attribute.name), sub === null ? "all" : new Set([sub.name.toLowerCase()]));
    }
  }
  return selections;
}

function select(selections: Map<string, Selection>, key: string, selection: Selection): void {
  const before = selections.get(key);
  if (before === "all") return;
  selections.set(key, selection === "all" || before === undefined ? selection : new Set([...before, ...selection]));
}

function splitNames(names: string | readonly string[] | undefined): string[] {
  const list = typeof names === "string" ? names.split(",") : (names ?? []);
  return list.map((name) => name.trim()).filter((name) => name !== "");
}

const keyOf = (urn: string | null, name: string): string => (urn === null ? name : `${urn}:${name}`).toLowerCase();
const isUnusual = ({ returned }: AttributeDefinition): boolean => returned !== "default";
