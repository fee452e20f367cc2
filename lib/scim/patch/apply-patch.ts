import { mutability } from "@/lib/scim/errors";
import { applyToList } from "@/lib/scim/patch/apply-to-list";
import { applyToValue } from "@/lib/scim/patch/apply-to-value";
import type { PatchOperation, PatchTarget } from "@/lib/scim/patch/patch-operation";
import type { QuirkLog } from "@/lib/scim/quirks/quirk-log";
import { requireImmutableKept } from "@/lib/scim/resource/require-immutable-kept";
import { isObject, type JsonObject, type JsonValue, type Resource } from "@/lib/scim/resource/resource";
import { withValue } from "@/lib/scim/resource/with-value";
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
  return operations.reduce((resource, operation) => applyOperation(schema, resource, operation, quirks), stored);
}

function applyOperation(
  schema: ResourceSchema,
  resource: Resource,
  operation: PatchOperation,
  quirks: QuirkLog,
): Resource {
  const { target } = operation;
  switch (target.kind) {
    case "extension":
      return removeExtension(schema, resource, target.urn);
    case "undeclared":
      return changeContainer(resource, target.urn, (container) => applyUndeclared(container, target, operation));
    case "attribute":
      return changeContainer(resource, target.path.urn, (container) =>
        applyToAttribute(container, target, operation, quirks),
      );
  }
}

/** A path that is a URN alone takes the whole extension away, but for what cannot be taken away. */
function removeExtension(schema: ResourceSchema, resource: Resource, urn: string): Resource {
  const before = resource[urn];
  for (const attribute of schema.extensionsByUrn.get(urn.toLowerCase())?.schema.attributes ?? []) {
    requireImmutableKept(attribute, isObject(before) ? before[attribute.name] : undefined, undefined);
  }
  return withValue(resource, urn, undefined);
}

/** Changes the resource, or the extension that holds the attribute. */
function changeContainer(
  resource: Resource,
  urn: string | null,
  change: (container: JsonObject) => JsonObject,
): Resource {
  if (urn === null) return change(resource);
  const before = resource[urn];
  const after = change(isObject(before) ? before : {});
  return withValue(resource, urn, Object.keys(after).length === 0 ? undefined : after);
}

function applyToAttribute(
  container: JsonObject,
  target: Extract<PatchTarget, { kind: "attribute" }>,
  operation: PatchOperation,
  quirks: QuirkLog,
): JsonObject {
  const { attribute } = target.path;
  const before = container[attribute.name];
  const after = attribute.multiValued
    ? applyToList(before, target, operation, quirks)
    : applyToValue(before, target.path, operation);
  requireImmutableKept(attribute, before, after);
  if (target.path.urn === null && attribute.name === "active") requireStateKept(before, after);
  return withValue(container, attribute.name, after);
}

/** Unassigned means active: removing the attribute would silently let a deactivated person in again. */
function requireStateKept(before: JsonValue | undefined, after: JsonValue | undefined): void {
  if (before !== false || after !== undefined) return;
  throw mutability("active is false and cannot be removed. Set it to true to reactivate the user.");
}

/** An attribute no schema knows is a plain value. */
function applyUndeclared(
  container: JsonObject,
  { name, sub }: { name: string; sub: string | null },
  { value }: PatchOperation,
): JsonObject {
  if (sub === null) return withValue(container, name, value);
  const before = container[name];
  return withValue(container, name, withValue(isObject(before) ? before : {}, sub, value));
}
