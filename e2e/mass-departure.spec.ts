import { openIdp } from "../simulator/simulate.ts";
import { expectAccessible } from "./expect-accessible.ts";
import { expect, test } from "./fixtures.ts";
import { signIn } from "./portal.ts";
import { text } from "./texts.ts";

type Made = { connection: { base_url: string; bearer_token: string; connection_id: string } };

test("An admin undoes a mass deactivation in one step", async ({ app, api, admin, page }) => {
  const { connection } = (await (await api("POST", `/v1/b2b/scim/${admin.organization}/connection`, { display_name: "Okta", identity_provider: "okta" })).json()) as Made;
  const idp = openIdp("okta", { base: connection.base_url, token: connection.bearer_token, users: 25, groups: 3 });
  await idp.provision();
  for (const person of idp.company.people.slice(0, 14)) await idp.deactivate(person.userName);
  await api("POST", `/v1/b2b/scim/${admin.organization}/connection/${connection.connection_id}/rotate/start`, {});
  await signIn(page, app.url, admin);
  await page.waitForURL(`**/organizations/${admin.organization}`);
  const alert = page.getByRole("alert").filter({ hasText: text("brake.alert.suspend", { count: 4, connection: "Okta" }) });
  await expect(alert).toBeVisible();
  // On a telephone what waits folds into one line, so that the page itself is in sight.
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(alert).toBeHidden();
  await page.getByRole("button", { name: text("common.notices.several", { count: 2 }) }).click();
  await expect(alert).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  await alert.getByRole("link", { name: text("brake.alert.action") }).click();
  await expect(page.getByRole("heading", { name: text("brake.case.titleSuspend", { count: 4 }) })).toBeVisible();
  await expect(page.getByText(text("common.showingRange", { from: 1, to: 14, total: 14 }))).toBeVisible();
  await expectAccessible(page);
  const restore = text("brake.undo.action", { count: 14 });
  await page.getByRole("button", { name: restore }).click();
  await expectAccessible(page);
  await page.getByRole("alertdialog").getByRole("button", { name: restore }).click();
  await expect(page.getByText(text("brake.undo.done", { count: 14 }))).toBeVisible();
  await expect(page.getByText(text("brake.people.standings.undone"), { exact: true })).toHaveCount(14);
  const found = (await (await api("GET", `/v1/b2b/organizations/${admin.organization}/members?status=active`)).json()) as { results_metadata: { total: number } };
  expect(found.results_metadata.total).toBe(26);
  expect(idp.session.complaints).toEqual([]);
  await page.getByRole("table").getByRole("link").first().click();
  await page.waitForURL(/\/members\/[^/]+$/);
  await expect(page.getByText(text("members.registrations.kept"))).toBeVisible();
  await expectAccessible(page);
});
