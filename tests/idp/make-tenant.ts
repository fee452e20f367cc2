import type { App } from "../support/start-app.ts";
import type { Tenant } from "./play-conversation.ts";

type Credential = { project_id: string; secret: string };

/** Makes tenants through the management API, as a vendor's script would: an organization with one connection each. */
export async function tenantMaker(app: App): Promise<() => Promise<Tenant>> {
  const { project_id, secret } = await app.cliJson<Credential>(["credential", "create", "--json"]);
  const authorization = `Basic ${Buffer.from(`${project_id}:${secret}`).toString("base64")}`;
  let made = 0;
  return async () => {
    made += 1;
    const { organization } = await post<{ organization: { organization_id: string } }>(`${app.url}/v1/b2b/organizations`, authorization, { organization_name: `Tenant ${String(made)}` });
    const { connection } = await post<{ connection: { base_url: string; bearer_token: string } }>(`${app.url}/v1/b2b/scim/${organization.organization_id}/connection`, authorization, { display_name: "Directory" });
    return { base: connection.base_url, token: connection.bearer_token };
  };
}

async function post<Answer>(url: string, authorization: string, body: unknown): Promise<Answer> {
  const answer = await fetch(url, { method: "POST", headers: { authorization, "content-type": "application/json" }, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${url} answered ${String(answer.status)}: ${await answer.text()}`);
  return (await answer.json()) as Answer;
}
