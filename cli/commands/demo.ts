import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Command } from "commander";
import { flushRequestLog } from "@/lib/activity/record-request";
import { confirmTokenCopied } from "@/lib/connections/confirm-token-copied";
import { createConnection } from "@/lib/connections/create-connection";
import { setRoleMappings } from "@/lib/directory/roles/set-role-mappings";
import { createRole } from "@/lib/directory/roles/create-role";
import { env } from "@/lib/env";
import { DomainError } from "@/lib/errors";
import { answerScimAtNode } from "@/lib/http/answer-scim-at-node";
import { createOrganization } from "@/lib/organizations/create-organization";
import { scopeToOrganization } from "@/lib/auth/scope-to-organization";
import type { InstallationScope, OrganizationScope } from "@/lib/scope";
import type { Dialect, Stage } from "@/simulator/idp";
import { simulate } from "@/simulator/simulate";
import { printResult } from "../print-result";
import { runCommand } from "../run-command";

type Flags = { name: string; users: number; groups: number; json?: boolean };

const ROLES = [
  { roleId: "editor", description: "Creates and changes documents.", permissions: [{ resource_id: "document", actions: ["create", "read", "update"] }] },
  { roleId: "billing", description: "Sees invoices and changes the plan.", permissions: [{ resource_id: "invoice", actions: ["read", "update"] }] },
];

export function addDemoCommand(program: Command): void {
  program
    .command("demo")
    .description("makes an organization with people, groups, role mappings and real SCIM traffic to look at")
    .option("--name <name>", "its name", "Lumenworks")
    .option("--users <number>", "people", Number, 48)
    .option("--groups <number>", "groups", Number, 6)
    .option("--json", "print JSON")
    .action((flags: Flags) => runCommand((scope) => makeDemo(scope, flags)));
}

async function makeDemo(installation: InstallationScope, { name, users, groups, json }: Flags): Promise<void> {
  const { id, slug } = await createOrganization(installation, { name });
  const scope = scopeToOrganization(id, installation.actor);
  for (const role of ROLES) await createRole(installation, role).catch(ignoreExisting);
  const door = await openDoor();
  try {
    await play(door, scope, { dialect: "okta", users, groups });
    await play(door, scope, { dialect: "entra-mixed", users: 12, groups: 2 });
    await flushRequestLog();
  } finally {
    door.close();
  }
  printResult({ organization_id: `organization-${id}`, organization: name, address: `${env().publicUrl}/organizations/${slug}` }, json);
}

/** One directory's life up to the first departures: what an admin would find after a month. */
async function play(door: Server, scope: OrganizationScope, plan: { dialect: Dialect; users: number; groups: number }): Promise<void> {
  const okta = plan.dialect === "okta";
  const { connection, bearerToken } = await createConnection(scope, {
    identityProvider: okta ? "okta" : "microsoft-entra",
    displayName: okta ? "Okta" : "Microsoft Entra ID",
  });
  await confirmTokenCopied(scope, connection.id);
  const mappings = okta ? [{ groupName: "Engineering", roleId: "editor" }, { groupName: "Finance", roleId: "billing" }] : [];
  if (okta) await setRoleMappings(scope, { connectionId: connection.id, mappings });
  const base = `http://127.0.0.1:${(door.address() as AddressInfo).port}/api/scim/${connection.id}`;
  const stages: Stage[] = ["test", "provision", "changes", "deactivate"];
  const domain = okta ? "lumenworks.example" : "emea.lumenworks.example";
  await simulate(plan.dialect, { base, token: bearerToken, users: plan.users, groups: plan.groups, seed: okta ? 1 : 7, domain }, stages);
}

/** The SCIM door of this command, on this machine only: the demo's traffic takes the way that an IdP's takes. */
async function openDoor(): Promise<Server> {
  const server = createServer((request, response) => {
    answerScimAtNode(request, response).catch((error: unknown) => response.destroy(error as Error));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

function ignoreExisting(error: unknown): void {
  if (!(error instanceof DomainError) || error.kind !== "conflict") throw error;
}
