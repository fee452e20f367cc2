import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "./expect-accessible.ts";
import { text } from "./texts.ts";

export type Account = { name: string; email: string; password: string };

/** The first visitor of an empty installation becomes its first operator. */
export async function completeFirstRun(page: Page, operator: Account): Promise<void> {
  await page.goto("/");
  await expect(page.getByRole("heading", { name: text("auth.firstRun.title") })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel(text("auth.firstRun.name")).fill(operator.name);
  await page.getByLabel(text("auth.firstRun.email")).fill(operator.email);
  await page.getByLabel(text("auth.firstRun.password"), { exact: true }).fill(operator.password);
  await page.getByRole("button", { name: text("auth.firstRun.submit") }).click();
  await page.waitForURL("**/operator**");
}

export async function signIn(page: Page, account: Pick<Account, "email" | "password">): Promise<void> {
  await page.goto("/sign-in");
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
