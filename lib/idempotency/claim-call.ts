import { setTimeout as wait } from "node:timers/promises";
import { pool } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { unseal } from "@/lib/seal";

/** A call that its caller named by a key: `fingerprint` is a hash of method, address and body. */
export type IdempotentCall = { caller: string; key: string; fingerprint: Buffer };

const KEEP = "24 hours";
/** A call that has no answer after this long was cut off: no request may take so long. */
const LAPSE = "2 minutes";
const PATIENCE_MS = 15_000;

const PURGE = `DELETE FROM idempotent_call WHERE claimed_at < now() - interval '${KEEP}'`;
const CLAIM = `INSERT INTO idempotent_call (caller, key, fingerprint) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`;
const READ = `
  SELECT fingerprint = $3 AS same, answer, claimed_at < now() - interval '${LAPSE}' AS lapsed
  FROM idempotent_call WHERE caller = $1 AND key = $2`;

type Row = { same: boolean; answer: Buffer | null; lapsed: boolean };

/**
 * Claims a call for the one who runs it: null means "run it". Someone else's finished call gives its answer; one that is still
 * running is waited for, so that two at once have one effect and the same answer.
 * @throws DomainError `unprocessable` (key used for another call), `conflict` (still running, or cut off with nobody knowing its effect)
 */
export async function claimCall(call: IdempotentCall): Promise<string | null> {
  const values = [call.caller, call.key, call.fingerprint];
  await pool().query({ name: "purge-idempotent-calls", text: PURGE });
  for (const began = Date.now(); Date.now() - began < PATIENCE_MS; await wait(50)) {
    const claimed = await pool().query({ name: "claim-idempotent-call", text: CLAIM, values });
    if (claimed.rowCount === 1) return null;
    const { rows } = await pool().query<Row>({ name: "read-idempotent-call", text: READ, values });
    const answer = rows[0] && readAnswer(rows[0]);
    if (answer) return answer;
  }
  throw new DomainError("conflict", "idempotency_key_in_use", "A call with this Idempotency-Key is still running. Send it again in a moment.");
}

function readAnswer({ same, answer, lapsed }: Row): string | null {
  if (!same) throw new DomainError("unprocessable", "idempotency_key_reused", "This Idempotency-Key was used for another call. Use a new key for each call.");
  if (answer) return unseal(answer);
  if (!lapsed) return null;
  throw new DomainError(
    "conflict",
    "idempotency_outcome_unknown",
    "The first call with this Idempotency-Key was cut off. Look whether it had its effect; if not, send it with a new key.",
  );
}
