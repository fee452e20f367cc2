import { openIdp } from "../simulator/simulate.ts";
import { expectAccessible } from "./expect-accessible.ts";
import { expect, test } from "./fixtures.ts";
import { signIn } from "./portal.ts";
import { text } from "./texts.ts";

type Made = { connection: { base_url: string; bearer_token: string; connection_id: string } };
type Members = { members: { member_id: string; email_address: string; status: string }[] };

test("An admin moves a connection from Okta to Entra and nobody changes id", async ({ app, api, admin, page }) => {
  const { connection } = (await (await api("POST", `/v1/b2b/scim/${admin.organization}/connection`, { display_name: "Okta", identity_provider: "okta" })).json()) as Made;
  const company = { users: 12, groups: 2 };
  await openIdp("okta", { base: connection.base_url, token: connection.bearer_token, ...company }).provision();
  const read = async () => ((await (await api("GET", `/v1/b2b/organizations/${admin.organization}/members?limit=200`)).json()) as Members).members;
  const before = await read();
  await signIn(page, app.url, admin);
  await page.waitForURL(`**/organizations/${admin.organization}`);
  const move = `${app.url}/organizations/${admin.organization}/connections/${connection.connection_id.replace("scim-connection-", "")}/move`;
  await page.goto(move);
  await expectAccessible(page);
  await page.getByRole("button", { name: text("move.start.submit") }).click();
  await page.waitForURL(/\/setup$/);
  const base = await page.getByLabel("Tenant URL", { exact: true }).innerText();
  const token = await page.getByLabel("Secret Token", { exact: true }).innerText();
  await openIdp("entra-mixed", { base, token, ...company }).provision();
  const okta = openIdp("okta", { base: connection.base_url, token: connection.bearer_token, ...company });
  for (const person of okta.company.people) await okta.deactivate(person.userName);
  await page.goto(move);
  await expect(page.getByText(text("move.people.by.email")).or(page.getByText(text("move.people.by.user_name")))).toHaveCount(12);
  await expectAccessible(page);
  // A match that is wrong is taken back, and taken back again.
  await page.getByRole("button", { name: text("move.detach.action") }).first().click();
  await expectAccessible(page);
  await page.getByRole("alertdialog").getByRole("button", { name: text("move.detach.submit") }).click();
  await expect(page.getByRole("button", { name: text("move.detach.action") })).toHaveCount(11);
  await expect(page.getByRole("button", { name: text("move.detach.same") })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: text("move.detach.same") }).click();
  await expect(page.getByRole("button", { name: text("move.detach.action") })).toHaveCount(12);
  await page.getByRole("button", { name: text("move.open.finish") }).click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByRole("textbox").fill("Okta");
  await dialog.getByRole("button", { name: text("move.open.finish") }).click();
  await expect(page.getByText(text("move.finished.state"), { exact: true })).toBeVisible();
  await expectAccessible(page);
  const key = (members: Members["members"]) => members.map((member) => `${member.email_address.toLowerCase()} ${member.member_id} ${member.status}`).sort();
  expect(key(await read())).toEqual(key(before));
});
