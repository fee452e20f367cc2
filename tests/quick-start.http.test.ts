import * as stytch from "stytch";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type App, startApp } from "./support/start-app";
import { watchAnswers } from "./support/watch-answers";

let app: App;
let watched: ReturnType<typeof watchAnswers>;

beforeAll(async () => {
  app = await startApp();
  watched = watchAnswers(app.url);
});
afterAll(async () => {
  await app.stop();
  watched.stop();
});

/** What an identity provider does once it has base URL and token. */
async function provision(baseUrl: string, token: string): Promise<string> {
  const post = async (path: string, body: object): Promise<{ id: string }> => {
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/scim+json" };
    return (await (await fetch(`${baseUrl}${path}`, { method: "POST", headers, body: JSON.stringify(body) })).json()) as { id: string };
  };
  const user = await post("/Users", { userName: "ada@acme.example", name: { givenName: "Ada", familyName: "Byron" }, emails: [{ value: "ada@acme.example", primary: true }] });
  await post("/Groups", { displayName: "Engineering", members: [{ value: user.id }] });
  return "Engineering";
}

it("The five-minute start of docs/api.md works as it is printed", async () => {
  const { project_id, secret } = await app.cliJson<{ project_id: string; secret: string }>(["credential", "create", "--json"]);
  const url = app.url;

  // docs/api.md: client
  const client = new stytch.B2BClient({ project_id, secret, env: url });
  // docs/api.md: end

  // docs/api.md: organization
  const { organization } = await client.organizations.create({ organization_name: "Acme", organization_slug: "acme" });
  const { connection } = await client.scim.connection.create({
    organization_id: organization.organization_id,
    display_name: "Okta",
    identity_provider: "okta",
  });
  console.log(connection?.base_url, connection?.bearer_token); // the token is shown this once
  // docs/api.md: end

  await provision(connection?.base_url ?? "", connection?.bearer_token ?? "");

  // docs/api.md: roles
  const at = { organization_id: organization.organization_id, connection_id: connection?.connection_id ?? "" };
  const { scim_groups } = await client.scim.connection.getGroups(at);
  const engineering = scim_groups.find((group) => group.group_name === "Engineering");
  await client.scim.connection.update({
    ...at,
    scim_group_implicit_role_assignments: [{ role_id: "org_admin", group_id: engineering?.group_id ?? "", group_name: "Engineering" }],
  });
  // docs/api.md: end

  // docs/api.md: members
  const names: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await client.organizations.members.search({ organization_ids: [organization.organization_id], limit: 100, cursor });
    for (const member of page.members) names.push(`${member.name}: ${member.roles.map((role) => role.role_id).join(", ")}`);
    cursor = page.results_metadata.next_cursor ?? undefined;
  } while (cursor);
  // docs/api.md: end
  expect(names).toEqual(["Ada Byron: org_admin, org_member"]);

  // docs/api.md: errors
  const refusal = await client.organizations.get({ organization_id: "nobody" }).catch((error: unknown) => error);
  if (refusal instanceof stytch.StytchError) console.log(refusal.status_code, refusal.error_type, refusal.error_url);
  // docs/api.md: end
  expect(refusal).toMatchObject({ status_code: 404, error_type: "organization_not_found", error_url: `${url}/docs/errors#organization_not_found` });

  // docs/api.md: idempotency
  const headers = {
    authorization: `Basic ${btoa(`${project_id}:${secret}`)}`,
    "content-type": "application/json",
    "idempotency-key": "import-2026-11-25-globex",
  };
  const body = JSON.stringify({ organization_name: "Globex" });
  const first = await fetch(`${url}/v1/b2b/organizations`, { method: "POST", headers, body });
  const again = await fetch(`${url}/v1/b2b/organizations`, { method: "POST", headers, body }); // the same answer, no second organization
  // docs/api.md: end
  expect(await again.json()).toEqual(await first.json());
  expect(again.headers.get("idempotent-replayed")).toBe("true");
});
