import { recordAudit } from "@/lib/activity/record-audit";
import { transaction } from "@/lib/db/transaction";
import type { InstallationScope } from "@/lib/scope";
import { ensureUser } from "./ensure-user";
import { closeFirstRun } from "./first-run";

export type NewOperator = { email: string; password: string; name?: string | null };

/**
 * Makes a user an operator, creating the user when there is none. The first run is over with it.
 * @throws DomainError `conflict` when the user already signs in with another password
 */
export async function createOperator(scope: InstallationScope, wanted: NewOperator): Promise<{ id: string; created: boolean }> {
  return transaction(async (tx) => {
    const user = await ensureUser(tx, { ...wanted, operator: true });
    await closeFirstRun(tx);
    await recordAudit(tx, {
      scope,
      action: "operator.create",
      target: { type: "user", id: user.id, label: wanted.email },
      after: { email: wanted.email.trim().toLowerCase() },
    });
    return user;
  });
}
