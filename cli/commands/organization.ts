import type { Command } from "commander";
import { createOrganization } from "@/lib/organizations/create-organization";
import { CreateOrganizationBody } from "@/lib/contracts/organization";
import { printResult } from "../print-result";
import { runCommand } from "../run-command";

type Flags = { name: string; slug?: string; externalId?: string; json?: boolean };

export function addOrganizationCommand(program: Command): void {
  program
    .command("organization")
    .description("Organizations: the tenants of this installation")
    .command("create")
    .description("makes an organization")
    .requiredOption("--name <name>", "its name")
    .option("--slug <slug>", "its name in addresses; made from the name when not given")
    .option("--external-id <id>", "your own id for it")
    .option("--json", "print JSON")
    .action((flags: Flags) => runCommand(async (scope) => create(scope, flags)));
}

async function create(scope: Parameters<typeof createOrganization>[0], { name, slug, externalId, json }: Flags): Promise<void> {
  const given = { organization_name: name, organization_slug: slug, organization_external_id: externalId };
  const parsed = CreateOrganizationBody.safeParse(given);
  if (!parsed.success) throw new Error(parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("\n"));
  const created = await createOrganization(scope, { name: name.trim(), slug: slug ?? null, externalId: externalId ?? null });
  printResult({ organization_id: `organization-${created.id}`, organization_slug: created.slug }, json);
}
