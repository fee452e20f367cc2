import type { Filter } from "@/lib/scim/filter/filter";
import type { JsonValue } from "@/lib/scim/resource/resource";
import type { AttributePath } from "@/lib/scim/schema/attribute-path";

/** What an operation changes. `undeclared` is an attribute or extension that no schema of this connection knows. */
export type PatchTarget =
  | { readonly kind: "attribute"; readonly path: AttributePath; readonly valueFilter: Filter | null }
  | { readonly kind: "extension"; readonly urn: string }
  | { readonly kind: "undeclared"; readonly urn: string | null; readonly name: string; readonly sub: string | null };

/**
 * One typed operation of a PATCH (RFC 7644 section 3.5.2). `value` is coerced to the target's type; a `remove` carries
 * one only where the client listed the elements to remove. `text` is the path as the client wrote it, for messages.
 */
export type PatchOperation = {
  readonly op: "add" | "replace" | "remove";
  readonly target: PatchTarget;
  readonly value?: JsonValue;
  readonly text: string;
};
