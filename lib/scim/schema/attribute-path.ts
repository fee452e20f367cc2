import type { AttributeDefinition } from "@/lib/scim/schema/definition";

/**
 * A resolved attribute path (RFC 7644 section 3.10). `urn` is the extension that holds the attribute, null for core and
 * common attributes; `sub` is the sub-attribute of a complex attribute.
 */
export type AttributePath = {
  readonly urn: string | null;
  readonly attribute: AttributeDefinition;
  readonly sub: AttributeDefinition | null;
};

/** The path as this service spells it, for messages and samples. */
export function formatAttributePath(path: AttributePath): string {
  return `${path.urn === null ? "" : `${path.urn}:`}${path.attribute.name}${path.sub === null ? "" : `.${path.sub.name}`}`;
}
