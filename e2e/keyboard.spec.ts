import type { Page } from "@playwright/test";
import { openIdp } from "../simulator/simulate.ts";
import { expect, test } from "./fixtures.ts";
import { text } from "./texts.ts";

const MOST_TABS = 80;

/** Tabs on until the control of this name has the focus, as someone without a mouse does. */
async function tabTo(page: Page, role: "link" | "button" | "textbox" | "checkbox" | "radio", name: string): Promise<void> {
  const wanted = page.getByRole(role, { name, exact: true }).first();
  await expect(wanted).toBeVisible();
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${role} “${name}” cannot be reached by keyboard`);
}

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
  await tabTo(page, "checkbox", text("connections.setup.values.copied"));
  await page.keyboard.press("Space");
  await tabTo(page, "button", text("connections.setup.values.continue"));
  await page.keyboard.press("Enter");
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
