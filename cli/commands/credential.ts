import type { Command } from "commander";
import { createCredential } from "@/lib/auth/create-credential";
import { printResult } from "../print-result";
import { runCommand } from "../run-command";

type Flags = { name: string; json?: boolean };

export function addCredentialCommand(program: Command): void {
  program
    .command("credential")
    .description("API credentials: project id and secret for the management API")
    .command("create")
    .description("makes a credential and prints its secret, this once")
    .option("--name <name>", "what it is for", "command line")
    .option("--json", "print JSON")
    .action(({ name, json }: Flags) =>
      runCommand(async (scope) => {
        const { projectId, secret } = await createCredential(scope, name);
        printResult({ project_id: projectId, secret }, json);
      }),
    );
}
