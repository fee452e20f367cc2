import { recordAudit } from "@/lib/activity/record-audit";
import { transaction } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import { ensureUser } from "./ensure-user";
import { closeFirstRun, isFirstRun } from "./first-run";
import { scopeToInstallation } from "./scope-to-installation";

/**
 * Makes the first operator of an empty installation. Of two at once one succeeds; afterwards it is closed for ever.
 * @throws DomainError `conflict` when someone was first
 */
export async function completeFirstRun(
  wanted: { name: string; email: string; password: string },
  remoteAddress: string | null,
): Promise<void> {
  // Before the transaction: afterwards the row that closes the first run is our own.
  if (!(await isFirstRun())) throw taken();
  await transaction(async (tx) => {
    if (!(await closeFirstRun(tx))) throw taken();
    const user = await ensureUser(tx, { ...wanted, operator: true });
    await recordAudit(tx, {
      scope: scopeToInstallation({ type: "user", id: user.id, label: wanted.name, remoteAddress }),
      action: "operator.create",
      target: { type: "user", id: user.id, label: wanted.email },
      after: { email: wanted.email, first_run: true },
    });
  });
}

function taken(): DomainError {
  return new DomainError("conflict", "first_run_completed", "This installation already has an operator.");
}
