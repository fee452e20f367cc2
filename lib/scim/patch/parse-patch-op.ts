import type { PatchOperation } from "@/lib/scim/patch/patch-operation";
import type { QuirkLog } from "@/lib/scim/quirks/quirk-log";
import type { ResourceSchema } from "@/lib/scim/schema/resource-schema";

/** Parses a PatchOp message into typed operations. */
export function parsePatchOp(body: unknown, schema: ResourceSchema, quirks: QuirkLog): PatchOperation[] {
  throw new Error(`not built yet: ${String(body)}${schema.endpoint}${quirks.entries().length}`);
}
