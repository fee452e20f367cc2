import { invalidValue } from "@/lib/scim/errors";
import type { BulkOperation } from "@/lib/scim/bulk/parse-bulk-request";
import { isObject, type JsonObject, type JsonValue } from "@/lib/scim/resource/resource";

const marker = "bulkId:";

/** The bulkIds that an operation refers to, in its path or anywhere in its data (RFC 7644 section 3.7.2). */
export function findBulkIds({ id, data }: BulkOperation): string[] {
  const found = new Set<string>(referencesIn(id ?? ""));
  collect(data, found);
  return [...found];
}

/**
 * The operation with each reference replaced by the id that the resource was given. References in `deferred` are left out
 * with the element or object they stand in: they come with the second step of a circular reference. Throws invalidValue
 * where a resource was not created.
 */
export function resolveBulkIds(
  operation: BulkOperation,
  ids: ReadonlyMap<string, string>,
  deferred: readonly string[] = [],
): BulkOperation {
  const { id, data } = operation;
  const kept = data === null || deferred.length === 0 ? data : omitFromObject(data, new Set(deferred));
  return {
    ...operation,
    id: id === null ? null : replaceIn(id, ids),
    data: kept === null ? null : replaceInObject(kept, ids),
  };
}

function collect(value: JsonValue, found: Set<string>): void {
  if (typeof value === "string") for (const bulkId of referencesIn(value)) found.add(bulkId);
  else if (typeof value === "object" && value !== null) for (const each of Object.values(value)) collect(each, found);
}

/** The references in a text: all of it, a path's last segment, or a quoted value in a PATCH path. */
function referencesIn(text: string): string[] {
  const found: string[] = [];
  for (let at = text.indexOf(marker); at !== -1; at = text.indexOf(marker, at + 1)) {
    const bulkId = text.slice(at + marker.length, endOfReference(text, at));
    if (startsReference(text, at) && bulkId !== "") found.push(bulkId);
  }
  return found;
}

const startsReference = (text: string, at: number): boolean => at === 0 || text[at - 1] === '"' || text[at - 1] === "/";

/** A reference that starts a text is all of it; one in quotes ends with them. */
function endOfReference(text: string, at: number): number {
  const quote = text[at - 1] === '"' ? text.indexOf('"', at) : -1;
  return quote === -1 ? text.length : quote;
}

function replaceIn(text: string, ids: ReadonlyMap<string, string>): string {
  return referencesIn(text).reduce((replaced, bulkId) => {
    const id = ids.get(bulkId);
    if (id === undefined) throw invalidValue(`No resource was created for the bulkId "${bulkId}".`);
    return replaced.replaceAll(`${marker}${bulkId}`, id);
  }, text);
}

function replaceInObject(object: JsonObject, ids: ReadonlyMap<string, string>): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, replaceInValue(value, ids)]));
}

function replaceInValue(value: JsonValue, ids: ReadonlyMap<string, string>): JsonValue {
  if (typeof value === "string") return replaceIn(value, ids);
  if (Array.isArray(value)) return value.map((each) => replaceInValue(each, ids));
  return isObject(value) ? replaceInObject(value, ids) : value;
}

function omitFromObject(object: JsonObject, deferred: ReadonlySet<string>): JsonObject {
  const kept = Object.entries(object).flatMap(([name, value]) => {
    const rest = omit(value, deferred);
    return rest === undefined ? [] : [[name, rest] as const];
  });
  return Object.fromEntries(kept);
}

/** What remains of a value without deferred references: an object that directly holds one goes as a whole. */
function omit(value: JsonValue, deferred: ReadonlySet<string>): JsonValue | undefined {
  if (typeof value === "string") return refersTo(value, deferred) ? undefined : value;
  if (Array.isArray(value)) return value.map((each) => omit(each, deferred)).filter((each) => each !== undefined);
  if (!isObject(value)) return value;
  const direct = Object.values(value).some((each) => typeof each === "string" && refersTo(each, deferred));
  return direct ? undefined : omitFromObject(value, deferred);
}

const refersTo = (text: string, deferred: ReadonlySet<string>): boolean =>
  referencesIn(text).some((bulkId) => deferred.has(bulkId));
