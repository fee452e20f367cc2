import type { Command } from "commander";
import { createOperator } from "@/lib/auth/create-operator";
import { parseAccount } from "../parse-account";
import { printResult } from "../print-result";
import { runCommand } from "../run-command";

type Flags = { email: string; password: string; name?: string; json?: boolean };

export function addOperatorCommand(program: Command): void {
  program
    .command("operator")
    .description("Operators: the staff who run this installation")
    .command("create")
    .description("makes an operator who can sign in at once")
    .requiredOption("--email <address>", "their e-mail address")
    .requiredOption("--password <password>", "their password, 10 characters at least")
    .option("--name <name>", "their name")
    .option("--json", "print JSON")
    .action(({ name, json, ...given }: Flags) =>
      runCommand(async (scope) => {
        const account = parseAccount(given);
        const { id } = await createOperator(scope, { ...account, name: name ?? null });
        printResult({ user_id: id, email_address: account.email }, json);
      }),
    );
}
