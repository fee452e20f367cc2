import type { Command } from "commander";
import { findSigningKeys } from "@/lib/directory/sessions/signing-keys/find-signing-keys";
import { keepSigningKeys } from "@/lib/directory/sessions/signing-keys/keep-signing-keys";
import { rotateSigningKey } from "@/lib/directory/sessions/signing-keys/rotate-signing-key";
import type { InstallationScope } from "@/lib/scope";
import { printList, printResult } from "../print-result";
import { runCommand } from "../run-command";

type Flags = { json?: boolean; force?: boolean };

export function addSigningKeyCommand(program: Command): void {
  const signingKey = program.command("signing-key").description("The keys that sign the JWTs of member sessions");
  signingKey
    .command("list")
    .description("lists the current key, the next one and those that are retired")
    .option("--json", "print JSON")
    .action(({ json }: Flags) => runCommand((scope) => list(scope, json)));
  signingKey
    .command("rotate")
    .description("lets the next key sign from now on; the old one stays published, so that what it signed goes on being valid")
    .option("--force", "also when the next key is so new that verifiers may not know it yet")
    .option("--json", "print JSON")
    .action(({ force = false, json }: Flags) => runCommand((scope) => rotate(scope, force, json)));
}

async function list(scope: InstallationScope, json: boolean | undefined): Promise<void> {
  await keepSigningKeys();
  const rows = (await findSigningKeys(scope)).map(({ id, state, createdAt, activatedAt, retiredAt, withdrawnAt }) => ({
    key_id: id,
    state,
    created_at: createdAt.toISOString(),
    activated_at: activatedAt?.toISOString() ?? null,
    retired_at: retiredAt?.toISOString() ?? null,
    published_until: withdrawnAt?.toISOString() ?? null,
  }));
  printList(rows, json, "There is no signing key yet.");
}

async function rotate(scope: InstallationScope, force: boolean, json: boolean | undefined): Promise<void> {
  await keepSigningKeys();
  const { currentId, retiredId } = await rotateSigningKey(scope, { force });
  printResult({ current_key_id: currentId, retired_key_id: retiredId }, json);
}
