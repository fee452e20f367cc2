import type { Page } from "@playwright/test";
import { openIdp } from "../simulator/simulate.ts";
import { expect, test } from "./fixtures.ts";
import { signIn } from "./portal.ts";
import { tabTo } from "./tab-to.ts";
import { text } from "./texts.ts";

test("The main job can be done by keyboard alone", async ({ app, admin, page }) => {
  await page.goto(`${app.url}/sign-in`);
  await tabTo(page, "textbox", text("auth.signIn.email"));
  await page.keyboard.type(admin.email);
  await page.keyboard.press("Tab");
  await page.keyboard.type(admin.password);
  await page.keyboard.press("Enter");
  await page.waitForURL(`**/organizations/${admin.organization}`);
  await tabTo(page, "link", text("common.navigation.connections"));
  await page.keyboard.press("Enter");
  await page.waitForURL("**/connections");
  await tabTo(page, "link", text("connections.empty.action"));
  await page.keyboard.press("Enter");
  await page.waitForURL("**/connections/new");
  await tabTo(page, "button", text("connections.create.submit"));
  await page.keyboard.press("Enter");
  await page.waitForURL("**/setup");
  const token = await page.getByLabel("Authorization: Bearer", { exact: true }).innerText();
  const base = await page.getByLabel("SCIM connector base URL", { exact: true }).innerText();
  await putAway(page, text("connections.setup.values.copied"), text("connections.setup.values.continue"));
  await expect(page.getByLabel("Authorization: Bearer", { exact: true })).toHaveCount(0);
  const idp = openIdp("okta", { base, token, users: 2, groups: 1 });
  await idp.provision();
  await tabTo(page, "link", text("common.navigation.members"));
  await page.keyboard.press("Enter");
  const person = idp.company.people[0]?.displayName ?? "";
  await tabTo(page, "link", person);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: person })).toBeVisible();
});

test("An operator makes an organization, a credential and an endpoint, and sends a delivery again, by keyboard alone", async ({ app, api, page }) => {
  await signIn(page, app.url, { email: "operator@vendor.example", password: "operators mind the shop" });
  await page.waitForURL("**/operator**");
  await tabTo(page, "link", text("common.navigation.operatorOrganizations"));
  await page.keyboard.press("Enter");
  await tabTo(page, "button", text("operator.create.open"));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog").getByLabel(text("operator.create.name")).first()).toBeFocused();
  await page.keyboard.type("Keys and Sons");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/operator/organizations/keys-and-sons");

  await tabTo(page, "link", text("common.navigation.operatorCredentials"));
  await page.keyboard.press("Enter");
  await tabTo(page, "button", text("operator.credentials.create"));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog").getByLabel(text("operator.credentials.name")).first()).toBeFocused();
  await page.keyboard.type("Back end");
  await page.keyboard.press("Enter");
  await putAway(page, text("operator.credentials.copied"), text("operator.credentials.close"));
  await expect(page.getByRole("button", { name: text("operator.credentials.create"), exact: true })).toBeFocused();

  await tabTo(page, "link", text("common.navigation.operatorWebhooks"));
  await page.keyboard.press("Enter");
  await tabTo(page, "button", text("webhooks.form.add"));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog").getByLabel(text("webhooks.form.url")).first()).toBeFocused();
  await page.keyboard.type("https://receiver.invalid/hooks");
  await page.keyboard.press("Enter");
  await putAway(page, text("webhooks.secret.copied"), text("webhooks.secret.done"));
  await page.waitForURL(/\/operator\/webhooks\/[^/]+$/);
  expect((await api("POST", "/v1/b2b/organizations", { organization_name: "News" })).status).toBe(200);
  const endpoint = page.url().split("/").at(-1) ?? "";
  await expect.poll(async () => ((await (await api("GET", `/v1/b2b/webhook_endpoints/${endpoint}/deliveries`)).json()) as { deliveries: unknown[] }).deliveries.length).toBeGreaterThan(0);
  await page.reload();
  await tabTo(page, "button", text("webhooks.deliveries.redeliver"));
  await page.keyboard.press("Enter");
  await expect(page.getByText(text("webhooks.deliveries.redelivered"))).toBeVisible();

  const more = page.getByRole("button", { name: text("webhooks.actions.more") });
  await more.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem", { name: text("webhooks.rotate.action") })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("menuitem", { name: text("webhooks.actions.delete") })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(more).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem", { name: text("webhooks.rotate.action") })).toBeFocused();
  await page.keyboard.press("Enter");
  const hours = page.getByRole("dialog").getByRole("combobox");
  await hours.focus();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("option", { selected: true })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(hours).toBeFocused();
  await expect(hours).toHaveText(text("webhooks.rotate.days", { days: 3 }));
  await page.keyboard.press("Escape");
  await expect(more).toBeFocused();
});

/** Says that a secret was copied, and closes the window that showed it once. */
async function putAway(page: Page, copied: string, close: string): Promise<void> {
  await tabTo(page, "checkbox", copied);
  await page.keyboard.press("Space");
  await tabTo(page, "button", close);
  await page.keyboard.press("Enter");
}
