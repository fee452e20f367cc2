import type { Command } from "commander";
import { env } from "@/lib/env";
import { makeDemo } from "@/lib/http/make-demo";
import { printResult } from "../print-result";
import { runCommand } from "../run-command";

type Flags = { name: string; users: number; groups: number; json?: boolean };

export function addDemoCommand(program: Command): void {
  program
    .command("demo")
    .description("makes an organization with people, groups, role mappings and real SCIM traffic to look at")
    .option("--name <name>", "its name", "Lumenworks")
    .option("--users <number>", "people", Number, 48)
    .option("--groups <number>", "groups", Number, 6)
    .option("--json", "print JSON")
    .action(({ json, ...plan }: Flags) =>
      runCommand(async (scope) => {
        const { id, slug } = await makeDemo(scope, plan);
        printResult({ organization_id: `organization-${id}`, organization: plan.name, address: `${env().publicUrl}/organizations/${slug}` }, json);
      }),
    );
}
