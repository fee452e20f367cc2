import { mutability } from "@/lib/scim/errors";
import { applyToList } from "@/lib/scim/patch/apply-to-list";
import { applyToValue } from "@/lib/scim/patch/apply-to-value";
import { type Draft, ownObject, startDraft } from "@/lib/scim/patch/draft";
import type { PatchOperation, PatchTarget } from "@/lib/scim/patch/patch-operation";
import type { QuirkLog } from "@/lib/scim/quirks/quirk-log";
import { isOrHoldsImmutable, requireImmutableKept } from "@/lib/scim/resource/require-immutable-kept";
import { isObject, type JsonObject, type JsonValue, type Resource } from "@/lib/scim/resource/resource";
import type { ResourceSchema } from "@/lib/scim/schema/resource-schema";

/**
 * Applies the operations in order (RFC 7644 section 3.5.2) and returns a new resource, which shares what did not change
 * with the stored one; that one is never touched. Throws at the first operation that cannot be applied, so that a PATCH
 * happens as a whole or not at all (tolerance 39). Check the result with validateResource.
 */
export function applyPatch(
  schema: ResourceSchema,
  stored: Resource,
  operations: readonly PatchOperation[],
  quirks: QuirkLog,
): Resource {
  const draft = startDraft(schema, quirks);
  const resource = ownObject(draft, stored);
  for (const operation of operations) applyOperation(draft, resource, operation);
  return resource;
}

function applyOperation(draft: Draft, resource: Resource, operation: PatchOperation): void {
  const { target } = operation;
  switch (target.kind) {
    case "extension":
      return removeExtension(draft.schema, resource, target.urn);
    case "undeclared":
      return changeContainer(draft, resource, target.urn, (container) => applyUndeclared(draft, container, target, operation));
    case "attribute":
      return changeContainer(draft, resource, target.path.urn, (container) => applyToAttribute(draft, container, target, operation));
  }
}

/** A path that is a URN alone takes the whole extension away, but for what cannot be taken away. */
function removeExtension(schema: ResourceSchema, resource: Resource, urn: string): void {
  const before = resource[urn];
  for (const attribute of schema.extensionsByUrn.get(urn.toLowerCase())?.schema.attributes ?? []) {
    requireImmutableKept(attribute, isObject(before) ? before[attribute.name] : undefined, undefined);
  }
  assign(resource, urn, undefined);
}

/** Changes the resource, or the extension that holds the attribute. */
function changeContainer(draft: Draft, resource: Resource, urn: string | null, change: (container: JsonObject) => void): void {
  if (urn === null) return change(resource);
  const container = ownObject(draft, resource[urn]);
  change(container);
  assign(resource, urn, isEmpty(container) ? undefined : container);
}

function applyToAttribute(draft: Draft, container: JsonObject, target: Extract<PatchTarget, { kind: "attribute" }>, operation: PatchOperation): void {
  const { attribute } = target.path;
  const before = container[attribute.name];
  // A list of the draft changes in place: what must not change is compared with a copy.
  const kept = Array.isArray(before) && isOrHoldsImmutable(attribute) ? [...before] : before;
  const after = attribute.multiValued
    ? applyToList(draft, before, target, operation)
    : applyToValue(before, target.path, operation);
  requireImmutableKept(attribute, kept, after);
  if (target.path.urn === null && attribute.name === "active") requireStateKept(before, after);
  assign(container, attribute.name, after);
}

/** Unassigned means active: removing the attribute would silently let a deactivated person in again. */
function requireStateKept(before: JsonValue | undefined, after: JsonValue | undefined): void {
  if (before !== false || after !== undefined) return;
  throw mutability("active is false and cannot be removed. Set it to true to reactivate the user.");
}

/** An attribute no schema knows is a plain value. */
function applyUndeclared(draft: Draft, container: JsonObject, { name, sub }: { name: string; sub: string | null }, { value }: PatchOperation): void {
  if (sub === null) return assign(container, name, value);
  const complex = ownObject(draft, container[name]);
  assign(complex, sub, value);
  assign(container, name, complex);
}

function assign(container: JsonObject, name: string, value: JsonValue | undefined): void {
  if (value === undefined) delete container[name];
  else container[name] = value;
}

function isEmpty(object: JsonObject): boolean {
  for (const name in object) if (Object.hasOwn(object, name)) return false;
  return true;
}
