import { type Command, Option } from "commander";
import { connectionBaseUrl } from "@/lib/connections/connection-base-url";
import { confirmTokenCopied } from "@/lib/connections/confirm-token-copied";
import { createConnection } from "@/lib/connections/create-connection";
import { findConnections } from "@/lib/connections/find-connections";
import type { IdentityProvider } from "@/lib/contracts/connection";
import { identityProviders } from "@/lib/contracts/identity-providers";
import { listOrganizations } from "@/lib/organizations/list-organizations";
import { scopeToOrganization } from "@/lib/auth/scope-to-organization";
import type { InstallationScope } from "@/lib/scope";
import { findOrCreateOrganization, findOrganizationNamed } from "../find-or-create-organization";
import { printList, printResult, type Row } from "../print-result";
import { runCommand } from "../run-command";

type CreateFlags = { organization: string; identityProvider: IdentityProvider; name?: string; json?: boolean };
type ListFlags = { organization?: string; json?: boolean };

export function addConnectionCommand(program: Command): void {
  const connection = program.command("connection").description("Connections between an organization and its identity provider");
  connection
    .command("create")
    .description("makes a connection and prints its token, this once; makes the organization when it is new")
    .requiredOption("--organization <organization>", "name, slug or id")
    .addOption(new Option("--identity-provider <provider>").choices(identityProviders).makeOptionMandatory())
    .option("--name <name>", "what the portal calls the connection")
    .option("--json", "print JSON")
    .action((flags: CreateFlags) => runCommand((scope) => create(scope, flags)));
  connection
    .command("list")
    .description("lists connections")
    .option("--organization <organization>", "only of this one")
    .option("--json", "print JSON")
    .action((flags: ListFlags) => runCommand((scope) => list(scope, flags)));
}

async function create(scope: InstallationScope, { organization, identityProvider, name, json }: CreateFlags): Promise<void> {
  const organizationScope = await findOrCreateOrganization(scope, organization);
  const { connection, bearerToken } = await createConnection(organizationScope, { identityProvider, displayName: name });
  // Whoever runs this has the token on the terminal: the portal goes on with the next step.
  await confirmTokenCopied(organizationScope, connection.id);
  const values = {
    organization_id: `organization-${connection.organizationId}`,
    connection_id: `scim-connection-${connection.id}`,
    base_url: connectionBaseUrl(connection),
    bearer_token: bearerToken,
  };
  printResult(values, json);
}

async function list(scope: InstallationScope, { organization, json }: ListFlags): Promise<void> {
  const rows: Row[] = [];
  for (const { id, name } of await selectOrganizations(scope, organization)) {
    for (const connection of await findConnections(scopeToOrganization(id, scope.actor))) {
      rows.push({
        organization: name,
        name: connection.displayName,
        identity_provider: connection.identityProvider,
        status: connection.status,
        people: connection.counts.people,
        groups: connection.counts.groups,
        last_contact: connection.contact.lastContactAt?.toISOString() ?? null,
        base_url: connectionBaseUrl(connection),
      });
    }
  }
  printList(rows, json, "There is no connection yet: rollcall connection create --help");
}

async function selectOrganizations(scope: InstallationScope, wanted: string | undefined): Promise<{ id: string; name: string }[]> {
  const id = wanted === undefined ? undefined : await findOrganizationNamed(scope, wanted);
  if (wanted !== undefined && id === undefined) throw new Error(`There is no organization ${wanted}.`);
  const all: { id: string; name: string }[] = [];
  for (let page = 1; ; page++) {
    const { organizations } = await listOrganizations(scope, { sort: "name", page, pageSize: 100 });
    all.push(...organizations);
    if (organizations.length < 100) return id === undefined ? all : all.filter((organization) => organization.id === id);
  }
}
