import type { Page } from "@playwright/test";
import type { Dialect } from "../simulator/idp.ts";
import { openIdp } from "../simulator/simulate.ts";
import type { App } from "../tests/support/start-app.ts";
import { expectAccessible } from "./expect-accessible.ts";
import { expect, findInDatabase, isInPage, test } from "./fixtures.ts";
import { acceptInvitation, completeFirstRun, confirmToken, createConnection, createRole, inviteFirstAdmin, mapGroup, openPart } from "./portal.ts";
import { text } from "./texts.ts";

const operator = { name: "Olga Operator", email: "olga@vendor.example", password: "operators mind the shop" };
const admin = { name: "Ada Admin", email: "ada@acme.example", password: "correct horse battery" };

type Journey = { idp: "okta" | "microsoft-entra"; dialect: Dialect; urlLabel: string; tokenLabel: string };

/** From an empty installation to roles given by groups, and one person leaving: the main job of the portal. */
async function connectAndProvision({ app, page, adminPage, journey }: { app: App; page: Page; adminPage: Page; journey: Journey }): Promise<void> {
  await page.goto(app.url);
  await completeFirstRun(page, operator);
  await createRole(page, "editor");
  await createRole(page, "billing");
  const invitation = await inviteFirstAdmin(page, "Acme", admin.email);
  await acceptInvitation(adminPage, invitation, admin);
  await expectAccessible(adminPage);
  const connection = await createConnection(adminPage, journey);
  await confirmToken(adminPage);
  expect(await isInPage(adminPage, connection.token)).toBe(false);
  const setupUrl = adminPage.url();
  await watchProvisioning(adminPage, journey, connection);
  await mapAndLeave(adminPage, setupUrl, journey, connection);
  await adminPage.goto(setupUrl);
  expect(await isInPage(adminPage, connection.token)).toBe(false);
  expect(await findInDatabase(app, connection.token)).toEqual({ tables: [], hashed: true });
}

/** Set-up steps tick and members appear while the page stays open. */
async function watchProvisioning(page: Page, journey: Journey, connection: { base: string; token: string }): Promise<void> {
  const idp = openIdp(journey.dialect, { ...connection, users: 25, groups: 3 });
  await idp.test();
  await expect(page.getByText(text("connections.setup.watch.progress", { done: 2, total: 6 }))).toBeVisible();
  await openPart(page, "members");
  await page.evaluate(() => document.documentElement.setAttribute("data-never-reloaded", ""));
  await idp.provision();
  for (const person of idp.company.people) await expect(page.getByRole("link", { name: person.displayName, exact: true }).first()).toBeVisible();
  await expect(page.getByText(text("common.showingRange", { from: 1, to: 26, total: 26 }))).toBeVisible();
  await expect(page.locator("html[data-never-reloaded]")).toHaveCount(1);
  await expectAccessible(page);
  await openPart(page, "groups");
  for (const group of idp.company.groups) await expect(page.getByRole("link", { name: group.name, exact: true })).toBeVisible();
  await expectAccessible(page);
  expect(idp.session.complaints).toEqual([]);
}

/** Two roles come to a person through a group, and go when the identity provider deactivates them. */
async function mapAndLeave(page: Page, setupUrl: string, journey: Journey, connection: { base: string; token: string }): Promise<void> {
  const idp = openIdp(journey.dialect, { ...connection, users: 25, groups: 3 });
  const [group] = idp.company.groups;
  const person = idp.company.people.find(({ userName }) => userName === group?.members[0]);
  if (!group || !person) throw new Error("The company has no group with a person.");
  await page.goto(setupUrl.replace(/setup$/, "roles"));
  await mapGroup(page, group.name, ["editor", "billing"]);
  await openPart(page, "members");
  await page.getByRole("searchbox", { name: text("members.search") }).or(page.getByLabel(text("members.search"))).first().fill(person.userName);
  await page.getByRole("link", { name: person.displayName, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: person.displayName })).toBeVisible();
  const source = `Through the group ${group.name} from ${text(`guides.names.${journey.idp}`)}`;
  for (const role of ["editor", "billing"]) await expect(page.getByRole("listitem").filter({ hasText: role }).filter({ hasText: source }).first()).toBeVisible();
  await expectAccessible(page);
  await page.evaluate(() => document.documentElement.setAttribute("data-never-reloaded", ""));
  await idp.deactivate(person.userName);
  expect(idp.session.complaints).toEqual([]);
  await expect(page.getByText(text("members.status.deactivated"), { exact: true }).first()).toBeVisible();
  await expect(page.locator("html[data-never-reloaded]")).toHaveCount(1);
  await expectAccessible(page);
}

test("An org admin connects Okta, people appear with the roles of their groups, and one leaves", async ({ emptyApp, page, otherPage }) => {
  await connectAndProvision({ app: emptyApp, page, adminPage: otherPage, journey: { idp: "okta", dialect: "okta", urlLabel: "SCIM connector base URL", tokenLabel: "Authorization: Bearer" } });
});

test("An org admin connects Entra, which speaks both dialects, and sees the same", async ({ emptyApp, page, otherPage }) => {
  await connectAndProvision({ app: emptyApp, page, adminPage: otherPage, journey: { idp: "microsoft-entra", dialect: "entra-mixed", urlLabel: "Tenant URL", tokenLabel: "Secret Token" } });
});
