import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { flushRequestLog } from "@/lib/activity/record-request";
import { scopeToOrganization } from "@/lib/auth/scope-to-organization";
import { confirmTokenCopied } from "@/lib/connections/confirm-token-copied";
import { createConnection } from "@/lib/connections/create-connection";
import { createRole } from "@/lib/directory/roles/create-role";
import { setRoleMappings } from "@/lib/directory/roles/set-role-mappings";
import { DomainError } from "@/lib/errors";
import { createOrganization } from "@/lib/organizations/create-organization";
import type { InstallationScope, OrganizationScope } from "@/lib/scope";
import type { Dialect, Stage } from "@/simulator/idp";
import { simulate } from "@/simulator/simulate";
import { answerScimAtNode } from "./answer-scim-at-node";

export type DemoPlan = { name: string; users: number; groups: number; externalId?: string };

const ROLES = [
  { roleId: "editor", description: "Creates and changes documents.", permissions: [{ resource_id: "document", actions: ["create", "read", "update"] }] },
  { roleId: "billing", description: "Sees invoices and changes the plan.", permissions: [{ resource_id: "invoice", actions: ["read", "update"] }] },
];

/**
 * An organization with people, groups, role mappings and the traffic of two identity providers, with failures, to look at. The
 * traffic takes the way that an identity provider's takes: through the SCIM door, on this machine. @throws DomainError
 * `conflict` when the external id is taken
 */
export async function makeDemo(installation: InstallationScope, { name, users, groups, externalId }: DemoPlan): Promise<{ id: string; slug: string }> {
  const { id, slug } = await createOrganization(installation, { name, ...(externalId ? { externalId } : {}) });
  const scope = scopeToOrganization(id, installation.actor);
  // Roles of its own: they go with the organization. One that the catalogue has by this name will do as well.
  for (const role of ROLES) await createRole(scope, role).catch(ignoreExisting);
  const door = await openDoor();
  try {
    await play(door, scope, { dialect: "okta", users, groups });
    await play(door, scope, { dialect: "entra-mixed", users: Math.min(users, 12), groups: 2 });
    await flushRequestLog();
  } finally {
    door.close();
  }
  return { id, slug };
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
  if (okta) await misbehave(base, bearerToken);
}

/** Calls that an admin will want explained: a token with a slip of the pen, a person twice, a group with somebody unknown. */
async function misbehave(base: string, token: string): Promise<void> {
  const call = (path: string, body: unknown, authorization = `Bearer ${token}`): Promise<Response> =>
    fetch(`${base}${path}`, { method: "POST", headers: { authorization, "content-type": "application/scim+json" }, body: JSON.stringify(body) });
  const user = { schemas: ["urn:ietf:params:scim:schemas:core:2.0:User"], userName: "sam.without-mail", name: { givenName: "Sam", familyName: "Without" }, active: true };
  const group = { schemas: ["urn:ietf:params:scim:schemas:core:2.0:Group"], displayName: "Contractors", members: [{ value: "00000000-0000-4000-8000-000000000000" }] };
  await call("/Users", user);
  await call("/Users", user);
  await call("/Groups", group);
  await call("/Users", user, `Bearer ${token.slice(0, -1)} `);
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
