import { ScimError } from "@/lib/scim/errors";
import { applyPatch } from "@/lib/scim/patch/apply-patch";
import { parsePatchOp } from "@/lib/scim/patch/parse-patch-op";
import { createQuirkLog, type QuirkCode, silentQuirkLog } from "@/lib/scim/quirks/quirk-log";
import type { Resource } from "@/lib/scim/resource/resource";
import { validateResource } from "@/lib/scim/resource/validate-resource";
import { userResource } from "@/lib/scim/schema/resource-schema";

export const enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

/** Who is patched where a test says nothing else. */
export const babs: Resource = {
  userName: "babs",
  displayName: "Babs",
  name: { givenName: "Barbara", familyName: "Jensen" },
  active: true,
  emails: [
    { value: "work@x", type: "work", primary: true },
    { value: "home@x", type: "home" },
  ],
  [enterprise]: { department: "Tours", employeeNumber: "7" },
};

export type Operation = { op: string; path?: string; value?: unknown };

/** What becomes of the stored resource. */
export function patch(operations: Operation[], stored: Resource = babs, schema = userResource, quirks = silentQuirkLog): Resource {
  const parsed = parsePatchOp({ schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"], Operations: operations }, schema, quirks);
  return validateResource(schema, applyPatch(schema, stored, parsed, quirks));
}

/** The tolerances that were needed. */
export function quirksOf(operations: Operation[], stored: Resource = babs): QuirkCode[] {
  const quirks = createQuirkLog();
  patch(operations, stored, userResource, quirks);
  return quirks.entries().map(({ code }) => code);
}

/** The error with which it is refused. */
export function refusal(operations: Operation[], stored: Resource = babs, schema = userResource): ScimError {
  try {
    patch(operations, stored, schema);
  } catch (error) {
    if (error instanceof ScimError) return error;
    throw error;
  }
  throw new Error("the PATCH was accepted");
}
