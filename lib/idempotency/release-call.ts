import { pool } from "@/lib/db/client";
import type { IdempotentCall } from "./claim-call";

const RELEASE = `DELETE FROM idempotent_call WHERE caller = $1 AND key = $2 AND answer IS NULL`;

/** Gives a key back whose call was refused: nothing was changed, so that the corrected call may use it. */
export async function releaseCall({ caller, key }: IdempotentCall): Promise<void> {
  await pool().query({ name: "release-idempotent-call", text: RELEASE, values: [caller, key] });
}
