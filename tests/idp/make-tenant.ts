import type { App } from "../support/start-app.ts";
import type { Tenant } from "./play-conversation.ts";

type Credential = { project_id: string; secret: string };
type Connection = { connection_id: string; base_url: string; bearer_token: string };

/** Okta's own address for the answer of an admin (docs: OIN, "OAuth 2.0 redirect URIs"). */
const redirectUri = "https://system-admin.okta.com/admin/app/cpc/acme_scim/oauth/callback";

/** Makes tenants through the management API, as a vendor's script would: an organization with one connection each. */
export async function tenantMaker(app: App): Promise<(signIn?: readonly string[]) => Promise<Tenant>> {
  const { project_id, secret } = await app.cliJson<Credential>(["credential", "create", "--json"]);
  const authorization = `Basic ${Buffer.from(`${project_id}:${secret}`).toString("base64")}`;
  const send = <Answer>(method: string, path: string, body: unknown): Promise<Answer> => callApi<Answer>(`${app.url}/v1/b2b/${path}`, method, authorization, body);
  let made = 0;
  return async (signIn = []) => {
    made += 1;
    const { organization } = await send<{ organization: { organization_id: string } }>("POST", "organizations", { organization_name: `Tenant ${String(made)}` });
    const { connection } = await send<{ connection: Connection }>("POST", `scim/${organization.organization_id}/connection`, { display_name: "Directory" });
    const tenant: Tenant = { base: connection.base_url, token: connection.bearer_token };
    const manage = `scim/${organization.organization_id}/connection/${connection.connection_id}`;
    for (const method of signIn) Object.assign(tenant, await enable(send, manage, method));
    return tenant;
  };
}

type Send = <Answer>(method: string, path: string, body: unknown) => Promise<Answer>;
type Issued = { user_name?: string; password?: string; client_id?: string; client_secret?: string };

/** Switches a sign-in method on, and does what an admin does then: copies what is shown, or approves what the IdP asks for. */
async function enable(send: Send, manage: string, method: string): Promise<Partial<Tenant>> {
  const { credential } = await send<{ credential: Issued }>("POST", `${manage}/sign_in_methods/${method}`, {});
  const { user_name = "", password = "", client_id = "", client_secret = "" } = credential;
  if (method === "basic") return { basic: Buffer.from(`${user_name}:${password}`).toString("base64") };
  const client = { clientId: client_id, clientSecret: client_secret, clientBasic: Buffer.from(`${client_id}:${client_secret}`).toString("base64") };
  if (method !== "authorization_code") return client;
  await send("PUT", `${manage}/redirect_uris`, { redirect_uris: [redirectUri] });
  const asked = { response_type: "code", client_id, redirect_uri: redirectUri, state: "s" };
  const { redirect_to } = await send<{ redirect_to: string }>("POST", `${manage}/authorizations`, { ...asked, approved: true });
  return { ...client, redirectUri, code: new URL(redirect_to).searchParams.get("code") ?? "" };
}

async function callApi<Answer>(url: string, method: string, authorization: string, body: unknown): Promise<Answer> {
  const answer = await fetch(url, { method, headers: { authorization, "content-type": "application/json" }, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${url} answered ${String(answer.status)}: ${await answer.text()}`);
  return (await answer.json()) as Answer;
}
