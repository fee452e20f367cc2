import type { PatchOperation } from "@/lib/scim/patch/patch-operation";
import type { QuirkLog } from "@/lib/scim/quirks/quirk-log";
import type { Resource } from "@/lib/scim/resource/resource";
import type { ResourceSchema } from "@/lib/scim/schema/resource-schema";

/** Applies the operations in order to a copy. */
export function applyPatch(
  schema: ResourceSchema,
  stored: Resource,
  operations: readonly PatchOperation[],
  quirks: QuirkLog,
): Resource {
  throw new Error(`not built yet: ${schema.endpoint}${operations.length}${quirks.entries().length}${Object.keys(stored).length}`);
}
