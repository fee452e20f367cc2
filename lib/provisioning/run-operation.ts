import { DomainError } from "@/lib/errors";
import { isUnstorable } from "@/lib/db/errors";
import { retryTransient } from "@/lib/db/retry-transient";
import { conflict, invalidValue } from "@/lib/scim/errors";
import type { ScimAnswer, ScimCall } from "./scim-call";

/** Not 403, which Entra takes for a bad credential. */
export const lastAdmin =
  "Not done: nobody would be left who administers this organization in Rollcall, so that nobody could sign in to its portal. Make somebody else an administrator (org_admin) first, then repeat this.";

/**
 * Runs one operation, which is all or nothing: again where PostgreSQL gave it up for a passing reason; what PostgreSQL cannot
 * hold is the client's mistake (400), not a failure.
 */
export async function runOperation(handle: (call: ScimCall) => ScimAnswer | Promise<ScimAnswer>, call: ScimCall): Promise<ScimAnswer> {
  try {
    return await retryTransient(async () => handle(call));
  } catch (error) {
    if (error instanceof DomainError && error.code === "last_org_admin") throw conflict(lastAdmin);
    if (isUnstorable(error)) throw invalidValue("A value holds characters that cannot be stored (such as U+0000), or is too long.");
    throw error;
  }
}
