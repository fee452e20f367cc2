import { pool } from "@/lib/db/client";
import { seal } from "@/lib/seal";
import type { IdempotentCall } from "./claim-call";

const SETTLE = `UPDATE idempotent_call SET answer = $3 WHERE caller = $1 AND key = $2`;

/** Keeps the answer of a call for those who send it again. Encrypted, since it may hold a secret that is shown once. */
export async function settleCall({ caller, key }: IdempotentCall, answer: string): Promise<void> {
  await pool().query({ name: "settle-idempotent-call", text: SETTLE, values: [caller, key, seal(answer)] });
}
