import { type Command, Option } from "commander";
import { createCredential } from "@/lib/auth/create-credential";
import { credentialScopes } from "@/lib/contracts/credential-scope";
import { printResult } from "../print-result";
import { runCommand } from "../run-command";

type Flags = { name: string; scope?: string[]; json?: boolean };

export function addCredentialCommand(program: Command): void {
  program
    .command("credential")
    .description("API credentials: project id and secret for the management API")
    .command("create")
    .description("makes a credential and prints its secret, this once")
    .option("--name <name>", "what it is for (default: the end of its secret)", "")
    .addOption(new Option("--scope <scope...>", "what it may do (default: everything)").choices(credentialScopes))
    .option("--json", "print JSON")
    .action(({ name, scope: wanted, json }: Flags) =>
      runCommand(async (scope) => {
        const { projectId, secret, scopes } = await createCredential(scope, name, wanted ? credentialScopes.filter((each) => wanted.includes(each)) : undefined);
        printResult({ project_id: projectId, secret, scopes: scopes.join(" ") }, json);
      }),
    );
}
