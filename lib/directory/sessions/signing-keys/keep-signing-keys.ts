import { recordAudit } from "@/lib/activity/record-audit";
import { pool } from "@/lib/db/client";
import { transaction } from "@/lib/db/transaction";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { insertSigningKey } from "./insert-signing-key";
import { PUBLISHED_SECONDS, SIGNING_LOCK } from "./signing-key";
import { turnSigningKeys } from "./turn-signing-keys";

const LOOK = `
  SELECT count(*) FILTER (WHERE state = 'current')::int AS current, count(*) FILTER (WHERE state = 'next')::int AS next,
         coalesce(bool_or(state = 'current' AND activated_at < now() - make_interval(days => $1)), false)
           AND coalesce(bool_or(state = 'next' AND created_at < now() - make_interval(secs => $2)), false) AS due
    FROM signing_key WHERE state <> 'retired'`;

/** Nobody asked for it: the age of the key did. */
const itself = { actor: { type: "system", id: null, label: "Rollcall", remoteAddress: null } } as const;

type Look = { current: number; next: number; due: boolean };

/**
 * Makes the first keys of an installation, and lets the next one take over when the current one has signed for
 * ROLLCALL_SIGNING_KEY_DAYS. Any number of processes may call it at any time.
 */
export async function keepSigningKeys(): Promise<void> {
  const values = [env().signingKeyDays, PUBLISHED_SECONDS];
  const isInOrder = ({ current, next, due }: Look) => current > 0 && next > 0 && !due;
  const seen = await pool().query<Look>({ name: "look-at-signing-keys", text: LOOK, values });
  if (seen.rows[0] && isInOrder(seen.rows[0])) return;
  await transaction(async (tx) => {
    await tx.query("SELECT pg_advisory_xact_lock($1)", [SIGNING_LOCK]);
    const [look] = (await tx.query<Look>(LOOK, values)).rows;
    if (!look || isInOrder(look)) return;
    if (look.current === 0) await insertSigningKey(tx, "current");
    if (look.next === 0) await insertSigningKey(tx, "next");
    if (!look.due) return;
    const { currentId, retiredId } = await turnSigningKeys(tx);
    const target = { type: "signing_key", id: currentId, label: currentId };
    await recordAudit(tx, { scope: itself, action: "signing_key.rotate", target, before: { current: retiredId }, after: { current: currentId } });
    log().info({ kid: currentId }, "the signing key of sessions was rotated");
  });
}
