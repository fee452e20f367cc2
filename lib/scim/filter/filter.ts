import type { AttributePath } from "@/lib/scim/schema/attribute-path";

/** Operators of RFC 7644 table 3 that compare with a value. */
export type CompareOperator = "eq" | "ne" | "co" | "sw" | "ew" | "gt" | "ge" | "lt" | "le";

/** How both sides are compared: `text` ignores case, `exactText` does not, `instant` compares points in time (ISO, UTC). */
export type ComparedValue =
  | { readonly as: "text"; readonly value: string }
  | { readonly as: "exactText"; readonly value: string }
  | { readonly as: "number"; readonly value: number }
  | { readonly as: "boolean"; readonly value: boolean }
  | { readonly as: "instant"; readonly value: string };

/**
 * A parsed filter (RFC 7644 section 3.4.2.2) with resolved attributes and typed values.
 *
 * - `present`: a value that is not empty; of a complex attribute, one such sub-attribute; of a multi-valued attribute, one
 *   such element. "", [] and {} are empty. `eq null` arrives as not present, `ne null` as present.
 * - `compare` on a multi-valued attribute holds if any value fits. For an unassigned attribute, or an element without the
 *   sub-attribute, only `ne` holds.
 * - `valuePath` holds if one element of the multi-valued `path.attribute` satisfies `filter`; inside, each path has the
 *   same attribute, and `sub` names the element's sub-attribute (null: the element itself, of a simple attribute).
 *   `emails[type eq "work"].value eq "x"` arrives as `emails[type eq "work" and value eq "x"]`.
 * - `constant` stands for a comparison with an attribute that this resource type does not have (root queries only).
 */
export type Filter =
  | { readonly kind: "and"; readonly filters: readonly Filter[] }
  | { readonly kind: "or"; readonly filters: readonly Filter[] }
  | { readonly kind: "not"; readonly filter: Filter }
  | { readonly kind: "present"; readonly path: AttributePath }
  | Comparison
  | { readonly kind: "valuePath"; readonly path: AttributePath; readonly filter: Filter }
  | { readonly kind: "constant"; readonly value: boolean };

/** One attribute compared with one value. */
export type Comparison = {
  readonly kind: "compare";
  readonly path: AttributePath;
  readonly operator: CompareOperator;
  readonly compared: ComparedValue;
};
