import { openIdp } from "../simulator/simulate.ts";
import { expectAccessible } from "./expect-accessible.ts";
import { expect, findInDatabase, isInPage, test } from "./fixtures.ts";
import { confirmToken, expectNoSidewaysScroll, signIn } from "./portal.ts";
import { text } from "./texts.ts";

test("An admin opens a set-up link and connects Okta without an account", async ({ app, admin, api, page, otherPage }) => {
  await signIn(page, app.url, admin);
  await page.waitForURL(`**/organizations/${admin.organization}`);
  await page.goto(`${app.url}/organizations/${admin.organization}/connections`);
  await page.getByRole("button", { name: text("setupLinks.create.open") }).click();
  await page.getByLabel(text("setupLinks.create.note"), { exact: true }).fill("IT of Acme");
  await expectAccessible(page);
  await page.getByRole("button", { name: text("setupLinks.create.submit") }).click();
  const link = await page.getByLabel(text("setupLinks.create.link"), { exact: true }).innerText();
  await expectAccessible(page);
  await page.getByRole("button", { name: text("setupLinks.create.done") }).click();
  const secret = link.split("/").at(-1) ?? "";
  expect((await findInDatabase(app, secret)).tables).toEqual([]);

  await otherPage.goto(link);
  await expectAccessible(otherPage);
  await otherPage.getByLabel(text("setupLinks.enter.name")).fill("Ina Installer");
  await otherPage.getByRole("button", { name: text("setupLinks.enter.submit") }).click();
  await otherPage.waitForURL("**/setup/connection");
  expect(await isInPage(otherPage, secret)).toBe(false);
  await expectAccessible(otherPage);
  await otherPage.getByRole("radio", { name: text("guides.names.okta") }).click();
  await otherPage.getByRole("button", { name: text("connections.create.submit") }).click();
  const base = await otherPage.getByLabel("SCIM connector base URL", { exact: true }).innerText();
  const token = await otherPage.getByLabel("Authorization: Bearer", { exact: true }).innerText();
  await confirmToken(otherPage);
  const idp = openIdp("okta", { base, token, users: 4, groups: 1 });
  await idp.test();
  await expect(otherPage.getByText(text("connections.setup.watch.seen.credential_okta"))).toBeVisible({ timeout: 2_000 });
  await idp.provision();
  expect(idp.session.complaints).toEqual([]);
  const [group] = idp.company.groups;
  await expect(otherPage.getByText(text("connections.setup.watch.seen.first_membership_at", { subject: group?.name ?? "" }))).toBeVisible();
  await otherPage.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(otherPage);
  await expectAccessible(otherPage);
  await otherPage.getByRole("link", { name: text("setupLinks.shell.activity") }).click();
  await expect(otherPage.getByRole("row").filter({ hasText: group?.name ?? "" }).first()).toBeVisible();
  await expectAccessible(otherPage);

  for (const path of ["", "/members", "/connections", "/settings"]) {
    await otherPage.goto(`${app.url}/organizations/${admin.organization}${path}`);
    await expect(otherPage).toHaveURL(/\/sign-in/);
  }
  await page.goto(`${app.url}/organizations/${admin.organization}/connections`);
  await expect(page.getByRole("row").filter({ hasText: "Ina Installer" })).toContainText("IT of Acme");
  const { setup_links } = (await (await api("GET", `/v1/b2b/organizations/${admin.organization}/setup_links`)).json()) as { setup_links: { setup_link_id: string }[] };
  await api("DELETE", `/v1/b2b/organizations/${admin.organization}/setup_links/${setup_links[0]?.setup_link_id ?? ""}`);
  await otherPage.goto(`${app.url}/setup/connection`);
  await expect(otherPage.getByRole("heading", { name: text("setupLinks.ended.title") })).toBeVisible();
  await expectAccessible(otherPage);
});
