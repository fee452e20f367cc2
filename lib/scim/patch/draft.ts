import { tooMany } from "@/lib/scim/errors";
import type { QuirkLog } from "@/lib/scim/quirks/quirk-log";
import type { ElementIndex } from "@/lib/scim/resource/merge-elements";
import { isObject, type JsonObject, type JsonValue } from "@/lib/scim/resource/resource";
import type { ResourceSchema } from "@/lib/scim/schema/resource-schema";

/**
 * A PATCH at work. Objects and lists that the stored resource owns are copied before their first change and changed in place from
 * then on, so that 1,000 operations do not make 1,000 copies. Elements of lists are never changed in place.
 */
export type Draft = {
  readonly schema: ResourceSchema;
  readonly quirks: QuirkLog;
  readonly own: WeakSet<object>;
  /** By what the elements of a list of this draft are found; a list whose elements were rewritten has none. */
  readonly indexes: WeakMap<JsonValue[], ElementIndex>;
  work: number;
};

/** Comparisons and writes of elements in one PATCH: a thousand operations on a thousand values, and some more. */
const maxWork = 3_000_000;

export function startDraft(schema: ResourceSchema, quirks: QuirkLog): Draft {
  return { schema, quirks, own: new WeakSet(), indexes: new WeakMap(), work: 0 };
}

/** The object itself where the draft made it, else a copy. */
export function ownObject(draft: Draft, value: JsonValue | undefined): JsonObject {
  if (isObject(value) && draft.own.has(value)) return value;
  const copy = isObject(value) ? { ...value } : {};
  draft.own.add(copy);
  return copy;
}

/** The list itself where the draft made it, else a copy; a single value becomes a list. */
export function ownList(draft: Draft, value: JsonValue | undefined): JsonValue[] {
  if (Array.isArray(value) && draft.own.has(value)) return value;
  const copy = value === undefined ? [] : Array.isArray(value) ? [...value] : [value];
  draft.own.add(copy);
  return copy;
}

/** Counts what an operation costs; throws tooMany where a PATCH would keep everybody else waiting. */
export function spendWork(draft: Draft, amount: number): void {
  draft.work += amount;
  if (draft.work > maxWork) throw tooMany("The operations compare more values than is possible in one request. Send fewer of them at once.");
}
