import { isUnstorable } from "@/lib/db/errors";
import { retryTransient } from "@/lib/db/retry-transient";
import { invalidValue } from "@/lib/scim/errors";
import type { ScimAnswer, ScimCall } from "./scim-call";

/**
 * Runs one operation, which is all or nothing: again where PostgreSQL gave it up for a passing reason; what PostgreSQL cannot
 * hold is the client's mistake (400), not a failure.
 */
export async function runOperation(handle: (call: ScimCall) => ScimAnswer | Promise<ScimAnswer>, call: ScimCall): Promise<ScimAnswer> {
  try {
    return await retryTransient(async () => handle(call));
  } catch (error) {
    if (isUnstorable(error)) throw invalidValue("A value holds characters that cannot be stored (such as U+0000), or is too long.");
    throw error;
  }
}
