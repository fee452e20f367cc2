import type { Filter } from "@/lib/scim/filter/filter";
import type { PatchOperation } from "@/lib/scim/patch/patch-operation";

/** A change of a group's membership as a set operation on rows. */
export type MemberChange =
  | { readonly kind: "add" | "remove" | "replaceAll"; readonly ids: readonly string[] }
  | { readonly kind: "removeAll" }
  | { readonly kind: "removeWhere"; readonly filter: Filter };

export type GroupPatchPlan = { attributes: PatchOperation[]; members: MemberChange[] };

/** Splits the operations on a group into those on its attributes and the changes of its membership, each in order. */
export function planGroupPatch(operations: readonly PatchOperation[]): GroupPatchPlan {
  throw new Error(`not built yet: ${operations.length}`);
}
