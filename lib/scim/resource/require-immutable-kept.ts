import { mutability } from "@/lib/scim/errors";
import { isObject, type JsonValue } from "@/lib/scim/resource/resource";
import { sameJson } from "@/lib/scim/resource/same-json";
import type { AttributeDefinition } from "@/lib/scim/schema/definition";

/** Whether there is anything in the attribute that may be set only once. */
export function isOrHoldsImmutable({ mutability: own, subAttributes = [] }: AttributeDefinition): boolean {
  return own === "immutable" || subAttributes.some(isOrHoldsImmutable);
}

/**
 * RFC 7643 section 7: an immutable value may be set once. Refuses with mutability where an assigned one, or one of its
 * sub-attributes, changes. Elements of a list come and go as wholes, so their sub-attributes are not compared.
 */
export function requireImmutableKept(
  attribute: AttributeDefinition,
  before: JsonValue | undefined,
  after: JsonValue | undefined,
): void {
  if (before === undefined) return;
  if (attribute.mutability === "immutable" && !sameJson(before, after)) {
    throw mutability(`${attribute.name} cannot be changed once it is set.`);
  }
  if (attribute.multiValued || !isObject(before)) return;
  for (const sub of attribute.subAttributes ?? []) {
    requireImmutableKept(sub, before[sub.name], isObject(after) ? after[sub.name] : undefined);
  }
}
