import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "./expect-accessible.ts";
import { text } from "./texts.ts";

export type Account = { name: string; email: string; password: string };

/** The first visitor of an empty installation, who has just opened it, becomes its first operator. */
export async function completeFirstRun(page: Page, operator: Account): Promise<void> {
  await expect(page.getByRole("heading", { name: text("auth.firstRun.title") })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel(text("auth.firstRun.name")).fill(operator.name);
  await page.getByLabel(text("auth.firstRun.email")).fill(operator.email);
  await page.getByLabel(text("auth.firstRun.password"), { exact: true }).fill(operator.password);
  await page.getByRole("button", { name: text("auth.firstRun.submit") }).click();
  await page.waitForURL("**/operator**");
}

export async function signIn(page: Page, url: string, account: Pick<Account, "email" | "password">): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.getByLabel(text("auth.signIn.email")).fill(account.email);
  await page.getByLabel(text("auth.signIn.password"), { exact: true }).fill(account.password);
  await page.getByRole("button", { name: text("auth.signIn.submit"), exact: true }).click();
}

/** Follows an invitation as someone who has no account yet; ends in the organization. */
export async function acceptInvitation(page: Page, url: string, admin: Account): Promise<void> {
  await page.goto(url);
  await expect(page.getByLabel(text("auth.invitation.email"))).toHaveValue(admin.email);
  await expectAccessible(page);
  await page.getByLabel(text("auth.invitation.name")).fill(admin.name);
  await page.getByLabel(text("auth.invitation.password"), { exact: true }).fill(admin.password);
  await page.getByRole("button", { name: text("auth.invitation.submit") }).click();
  await page.waitForURL(/\/organizations\/[^/]+$/);
}

/** Chooses the identity provider by its card and reads URL and token from the set-up page, as an admin would. */
export async function createConnection(page: Page, given: { idp: "okta" | "microsoft-entra"; urlLabel: string; tokenLabel: string }): Promise<{ base: string; token: string }> {
  await page.getByRole("navigation", { name: text("common.navigation.label") }).getByRole("link", { name: text("common.navigation.connections") }).click();
  await expect(page.getByText(text("connections.empty.title"))).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: text("connections.empty.action") }).first().click();
  await page.getByRole("radio", { name: text(`guides.names.${given.idp}`) }).click();
  await expect(page.getByLabel(text("connections.create.name"))).toHaveValue(text(`guides.names.${given.idp}`));
  await expectAccessible(page);
  await page.getByRole("button", { name: text("connections.create.submit") }).click();
  await page.waitForURL(/\/connections\/[^/]+\/setup$/);
  const base = await page.getByLabel(given.urlLabel, { exact: true }).innerText();
  const token = await page.getByLabel(given.tokenLabel, { exact: true }).innerText();
  await expectAccessible(page);
  return { base, token };
}

/** Continue stays shut until the admin says that the token is copied. */
export async function confirmToken(page: Page): Promise<void> {
  const proceed = page.getByRole("button", { name: text("connections.setup.values.continue") });
  await expect(proceed).toBeDisabled();
  await page.getByRole("checkbox", { name: text("connections.setup.values.copied") }).check();
  await proceed.click();
  await expect(page.getByText(/Ends in/).first()).toBeVisible();
}

export async function openPart(page: Page, part: "overview" | "connections" | "members" | "groups" | "roles" | "settings"): Promise<void> {
  await page.getByRole("navigation", { name: text("common.navigation.label") }).getByRole("link", { name: text(`common.navigation.${part}`), exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}

/** The operator makes an organization and hands over the link that invites its admin. */
export async function inviteFirstAdmin(page: Page, organization: string, email: string): Promise<string> {
  await page.getByRole("link", { name: text("common.navigation.operatorOrganizations"), exact: true }).first().click();
  await page.getByRole("button", { name: text("operator.create.open") }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(text("operator.create.name"), { exact: true }).fill(organization);
  await expectAccessible(page);
  await dialog.getByRole("button", { name: text("operator.create.submit") }).click();
  await page.waitForURL(/\/operator\/organizations\/[^/]+$/);
  await expect(page.getByRole("heading", { level: 1, name: organization })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: text("settings.admins.invite") }).first().click();
  await page.getByRole("dialog").getByLabel(text("settings.invite.email")).fill(email);
  await page.getByRole("dialog").getByRole("button", { name: text("settings.invite.submit") }).click();
  const url = await page.getByLabel(text("settings.invite.link"), { exact: true }).innerText();
  await expectAccessible(page);
  await page.getByRole("button", { name: text("settings.invite.done") }).click();
  return url;
}

/** The operator adds a role to the catalogue, which every organization can give. */
export async function createRole(page: Page, role: string): Promise<void> {
  await page.getByRole("link", { name: text("common.navigation.operatorRoles") }).click();
  await page.getByRole("button", { name: text("roles.catalogue.create") }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(text("roles.catalogue.roleId")).fill(role);
  await dialog.getByLabel(text("roles.catalogue.permissions")).fill("document: read, write");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: text("roles.catalogue.create") }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("table").getByText(role, { exact: true })).toBeVisible();
}

/** Maps a group to roles on the connection's page and looks at the preview before saving. */
export async function mapGroup(page: Page, group: string, roles: string[]): Promise<void> {
  await page.getByRole("combobox", { name: text("roles.mapping.addGroup") }).click();
  await page.getByRole("option", { name: group }).click();
  await page.getByRole("combobox", { name: text("roles.mapping.rolesOf", { group }) }).click();
  for (const role of roles) await page.getByRole("option", { name: role }).click();
  await page.keyboard.press("Escape");
  for (const role of roles) await expect(page.getByRole("button", { name: text("common.removeNamed", { name: role }) })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: text("roles.mapping.review") }).click();
  await expect(page.getByRole("alertdialog").or(page.getByRole("dialog"))).toContainText(roles[0] ?? "");
  await expectAccessible(page);
  await page.getByRole("button", { name: text("roles.mapping.save") }).click();
  await expect(page.getByText(text("roles.mapping.saved"))).toBeVisible();
}

/** Nothing sticks out to the side. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(excess, `sideways scroll at ${page.url()}`).toBeLessThanOrEqual(0);
}
