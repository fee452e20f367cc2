import { recordAudit } from "@/lib/activity/record-audit";
import { transaction } from "@/lib/db/transaction";
import type { OrganizationScope } from "@/lib/scope";
import { announceConnection } from "../announce-connection";
import { lockConnection } from "../lock-connection";
import type { Brake } from "./brake";
import { type BrakeNow, getBrake } from "./get-brake";

type Change = { [Key in keyof Brake]?: Brake[Key] | undefined };

const upsert = `
  INSERT INTO brake (connection_id, mode, people, percent) VALUES ($1, $2, $3, $4)
  ON CONFLICT (connection_id) DO UPDATE SET mode = excluded.mode, people = excluded.people, percent = excluded.percent`;

/** Changes the limits of a connection's brake; a case that is open goes on as it began. Throws `scim_connection_not_found`. */
export async function setBrake(scope: OrganizationScope, connectionId: string, change: Change): Promise<BrakeNow> {
  await transaction(async (tx) => {
    const connection = await lockConnection(tx, scope, connectionId);
    const { mode, people, percent } = await getBrake(scope, connectionId, tx);
    const after = { mode: change.mode ?? mode, people: change.people ?? people, percent: change.percent ?? percent };
    if (after.mode === mode && after.people === people && after.percent === percent) return;
    await tx.query(upsert, [connectionId, after.mode, after.people, after.percent]);
    await recordAudit(tx, {
      scope,
      action: "brake.update",
      target: { type: "connection", id: connectionId, label: connection.displayName },
      before: { mode, people, percent },
      after,
    });
  });
  await announceConnection(scope, connectionId);
  return getBrake(scope, connectionId);
}
