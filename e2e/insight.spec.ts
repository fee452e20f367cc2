import type { Page } from "@playwright/test";
import type { App } from "../tests/support/start-app.ts";
import { expectAccessible } from "./expect-accessible.ts";
import { expect, test } from "./fixtures.ts";
import { signIn } from "./portal.ts";
import { text } from "./texts.ts";

type Connection = { connection_id: string; base_url: string; bearer_token: string };
type Admin = { email: string; password: string; organization: string; name: string };

/** Plays an IdP: one SCIM call with the connection's token. */
async function call({ base_url: base, bearer_token: token }: Connection, method: string, path: string, body?: unknown) {
  const response = await fetch(`${base}${path}`, { method, headers: { authorization: `Bearer ${token}`, "content-type": "application/scim+json" }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  const answer = await response.text();
  return { status: response.status, id: answer === "" ? "" : String((JSON.parse(answer) as { id?: string }).id) };
}

async function openOrganization(app: App, page: Page, admin: Admin): Promise<{ connection: Connection; base: string }> {
  const connection = await app.cliJson<Connection>(["connection", "create", "--organization", admin.organization, "--identity-provider", "okta", "--name", "Okta", "--json"]);
  await signIn(page, app.url, admin);
  await page.waitForURL(/\/organizations\//);
  return { connection, base: `${app.url}/organizations/${admin.organization}` };
}

const person = (userName: string, displayName: string, more: object = {}) => ({ userName, displayName, emails: [{ value: userName.includes("@") ? userName : `${userName}@acme.example`, type: "work", primary: true }], ...more });

test("An admin finds out why a person was refused and repairs it with a replay", async ({ app, page, admin }) => {
  const { connection, base } = await openOrganization(app, page, admin);
  const activity = `${base}/connections/${connection.connection_id}/activity`;
  const former = await call(connection, "POST", "/Users", person("ada@acme.example", "Ada Byron"));
  expect((await call(connection, "POST", "/Users", person("ada@acme.example", "Ada Lovelace"))).status).toBe(409);

  await page.goto(`${activity}?failures=true`);
  await page.getByRole("button", { name: text("activity.tried.create_user", { idp: "Okta", subject: "Ada Lovelace" }) }).click();
  const sheet = page.getByRole("dialog");
  await expect(sheet.getByText(text("activity.causes.duplicate_user.fix"))).toBeVisible();
  await expectAccessible(page);
  await sheet.getByRole("button", { name: text("activity.replay.open") }).click();
  await expect(page.getByText(text("activity.replay.wouldRefuse"))).toBeVisible();
  await expect(page.getByRole("button", { name: text("activity.replay.apply") })).toBeDisabled();
  await page.getByRole("button", { name: text("activity.replay.cancel") }).click();

  await call(connection, "DELETE", `/Users/${former.id}`);
  await sheet.getByRole("button", { name: text("activity.replay.open") }).click();
  await expect(page.getByText(text("activity.replay.wouldChange"))).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: text("activity.replay.apply") }).click();
  await expect(page.getByText(text("activity.replay.applied", { count: 1 }))).toBeVisible();
  await expect(page.getByRole("heading", { name: text("activity.done.create_user", { idp: "Okta", subject: "Ada Lovelace" }) })).toBeVisible();

  await page.goto(`${base}/members?query=Lovelace`);
  await expect(page.getByRole("link", { name: "Ada Lovelace", exact: true })).toBeVisible();
  await page.goto(`${base}/audit?kind=scim_request`);
  await expect(page.getByRole("button", { name: /repeated a failed call about/ })).toBeVisible();
});

test("A finding appears from real traffic and clears by itself", async ({ app, page, admin }) => {
  const { connection, base } = await openOrganization(app, page, admin);
  const title = text("health.rules.user_name_not_email.title");
  const ada = await call(connection, "POST", "/Users", person("ada", "Ada Lovelace"));
  await page.goto(`${base}/connections/${connection.connection_id}/health`);
  await expect(page.getByRole("heading", { name: title })).toBeVisible();
  await expect(page.getByRole("link", { name: "Ada Lovelace" })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("button", { name: `${text("health.dismiss.open")}: ${title}` }).click();
  await page.getByLabel(text("health.dismiss.reason")).fill("Contractors have none");
  await page.getByRole("dialog").getByRole("button", { name: text("health.dismiss.submit") }).click();
  await expect(page.getByText(text("health.findings.dismissedBy", { name: admin.name, reason: "Contractors have none" }))).toBeVisible();
  await page.getByRole("button", { name: `${text("health.dismiss.restore")}: ${title}` }).click();
  await expect(page.getByRole("button", { name: `${text("health.dismiss.open")}: ${title}` })).toBeVisible();
  await page.goto(base);
  await expect(page.getByRole("link", { name: title })).toBeVisible();
  await expectAccessible(page);

  await page.goto(`${base}/connections/${connection.connection_id}/health`);
  await expect(page.getByRole("button", { name: `${text("health.dismiss.open")}: ${title}` })).toBeVisible();
  await call(connection, "PUT", `/Users/${ada.id}`, person("ada@acme.example", "Ada Lovelace"));
  // The page is not touched: the live stream brings it.
  await expect(page.getByRole("button", { name: `${text("health.dismiss.open")}: ${title}` })).toHaveCount(0, { timeout: 15_000 });
  await expect(page.getByRole("heading", { name: text("health.findings.cleared") })).toBeVisible();
});

test("An admin sees why someone has a role", async ({ app, page, admin, api }) => {
  const { connection, base } = await openOrganization(app, page, admin);
  await api("POST", "/v1/b2b/rbac/roles", { role_id: "editor", description: "Edits", permissions: [] });
  const ada = await call(connection, "POST", "/Users", person("ada@acme.example", "Ada Lovelace"));
  await call(connection, "POST", "/Groups", { displayName: "Engineering", members: [{ value: ada.id }] });
  const saved = await api("PUT", `/v1/b2b/scim/${admin.organization}/connection/${connection.connection_id}/role_mappings`, { role_mappings: [{ group_name: "Engineering", role_id: "editor" }] });
  expect(await saved.text()).toContain("editor");
  await page.goto(`${base}/members?query=Lovelace`);
  await page.getByRole("link", { name: "Ada Lovelace", exact: true }).click();
  await page.getByText(text("members.roles.why.ask", { role: "editor" })).click();
  await expect(page.getByText("Okta put Ada Lovelace into Engineering")).toBeVisible();
  await expect(page.getByText(text("members.roles.why.so", { name: "Ada Lovelace", role: "editor" }))).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("listitem").filter({ hasText: "Okta put Ada Lovelace into" }).last().getByRole("link", { name: text("members.roles.why.call") }).click();
  await expect(page.getByRole("dialog").getByText("Ada Lovelace joined Engineering")).toBeVisible();
});
