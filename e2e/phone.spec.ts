import { openIdp } from "../simulator/simulate.ts";
import { expectAccessible } from "./expect-accessible.ts";
import { expect, test } from "./fixtures.ts";
import { confirmToken, expectNoSidewaysScroll, signIn } from "./portal.ts";
import { text } from "./texts.ts";

test.use({ viewport: { width: 390, height: 844 } });

test("The main job can be done on a phone", async ({ app, admin, page }) => {
  const home = `${app.url}/organizations/${admin.organization}`;
  const look = async () => {
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  };
  await signIn(page, app.url, admin);
  await page.waitForURL(home);
  await look();
  await page.getByRole("button", { name: text("common.navigation.open") }).click();
  await page.getByRole("dialog").getByRole("link", { name: text("common.navigation.connections"), exact: true }).click();
  await page.waitForURL("**/connections");
  await look();
  await page.getByRole("link", { name: text("connections.empty.action") }).first().click();
  await page.waitForURL("**/new");
  await look();
  await page.getByRole("button", { name: text("connections.create.submit") }).click();
  await page.waitForURL("**/setup");
  const base = await page.getByLabel("SCIM connector base URL", { exact: true }).innerText();
  const token = await page.getByLabel("Authorization: Bearer", { exact: true }).innerText();
  await look();
  await confirmToken(page);
  const idp = openIdp("okta", { base, token, users: 12, groups: 2 });
  await idp.provision();
  for (const path of ["/connections", "/members", "/groups", "/roles", "/audit", "/settings"]) {
    await page.goto(`${home}${path}`);
    await look();
  }
  await page.goto(`${home}/members`);
  await page.getByRole("link", { name: idp.company.people[0]?.displayName ?? "", exact: true }).click();
  await page.waitForURL("**/members/*");
  await look();
});
