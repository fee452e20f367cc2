import type { Command } from "commander";
import { createOrgAdmin } from "@/lib/auth/create-org-admin";
import { findOrCreateOrganization } from "../find-or-create-organization";
import { parseAccount } from "../parse-account";
import { printResult } from "../print-result";
import { runCommand } from "../run-command";

type Flags = { organization: string; email: string; password: string; name?: string; json?: boolean };

export function addAdminCommand(program: Command): void {
  program
    .command("admin")
    .description("Org admins: who manages one organization in the portal")
    .command("create")
    .description("makes an admin who can sign in at once; makes the organization when it is new")
    .requiredOption("--organization <organization>", "name, slug or id")
    .requiredOption("--email <address>", "their e-mail address")
    .requiredOption("--password <password>", "their password, 10 characters at least")
    .option("--name <name>", "their name")
    .option("--json", "print JSON")
    .action(({ organization, name, json, ...given }: Flags) =>
      runCommand(async (scope) => {
        const account = parseAccount(given);
        const organizationScope = await findOrCreateOrganization(scope, organization);
        const { memberId } = await createOrgAdmin(organizationScope, { ...account, ...(name ? { name } : {}) });
        const ids = { organization_id: `organization-${organizationScope.organizationId}`, member_id: `member-${memberId}` };
        printResult({ ...ids, email_address: account.email }, json);
      }),
    );
}
