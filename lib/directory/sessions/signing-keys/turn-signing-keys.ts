import type { Transaction } from "@/lib/db/transaction";
import { insertSigningKey } from "./insert-signing-key";
import { RETIRED_DAYS, type Rotation } from "./signing-key";

const RETIRE = `
  UPDATE signing_key SET state = 'retired', retired_at = now(), withdrawn_at = now() + make_interval(days => $1) WHERE state = 'current' RETURNING id`;
const ACTIVATE = `UPDATE signing_key SET state = 'current', activated_at = now() WHERE state = 'next' RETURNING id`;

/** current → retired, next → current, and a new next one. The caller holds the signing lock. */
export async function turnSigningKeys(tx: Transaction): Promise<Rotation> {
  const retired = await tx.query<{ id: string }>(RETIRE, [RETIRED_DAYS]);
  const activated = await tx.query<{ id: string }>(ACTIVATE);
  const currentId = activated.rows[0]?.id ?? (await insertSigningKey(tx, "current"));
  await insertSigningKey(tx, "next");
  return { currentId, retiredId: retired.rows[0]?.id ?? null };
}
