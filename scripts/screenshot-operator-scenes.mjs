// The operator's dialogs, menus, toasts, skeletons and failures, each opened as a person opens it. Needs an organization `data.busy` and
// makes one webhook endpoint, of which it asks one delivery.

/** @returns {[name: string, path: string, act?: (page: import("@playwright/test").Page) => Promise<unknown>][]} */
export function listOperatorScenes(data, t, { press, button, dialog, hold, fail }) {
  const one = `/operator/organizations/${data.busy}`;
  const menu = async (page, key, values) => button(page, key, values).click();
  const chosen = (key, values) => (page) => page.getByRole("menuitem", { name: t(key, values), exact: true }).click();
  const openMenu = (page) => page.locator("main header button[aria-haspopup=menu]").first().click();
  return [
    ["operator-create", "/operator/organizations", press("operator.create.open")],
    ["operator-create-wrong", "/operator/organizations", async (page) => (await press("operator.create.open")(page), await dialog(page).getByRole("button", { name: t("operator.create.submit") }).click(), await page.waitForTimeout(400))],
    ["operator-menu", one, openMenu],
    ["operator-suspend", one, async (page) => (await openMenu(page), await chosen("operator.organization.suspend")(page), await dialog(page).waitFor())],
    ["operator-delete", one, async (page) => (await openMenu(page), await chosen("operator.organization.delete")(page), await dialog(page).waitFor())],
    ["operator-invite", one, press("settings.admins.invite")],
    ["operator-empty", `/operator/organizations/${data.empty}`],
    ["operator-nothing", "/operator/organizations?query=nobody+at+all"],
    ["operator-role-create", "/operator/roles", press("roles.catalogue.create")],
    ["operator-role-edit", "/operator/roles", press("roles.catalogue.editLabel", { role: "org_member" })],
    ["operator-credential-create", "/operator/credentials", press("operator.credentials.create")],
    ["operator-credential-secret", "/operator/credentials", makeCredential],
    ["operator-credential-revoke", "/operator/credentials", press("operator.credentials.revoke")],
    ["operator-endpoint-create", "/operator/webhooks", press("webhooks.form.add")],
    ["operator-endpoint-secret", "/operator/webhooks", makeEndpoint],
    ["operator-endpoint-menu", "/operator/webhooks", async (page) => (await openEndpoint(page), await menu(page, "webhooks.actions.more"))],
    ["operator-endpoint-rotate", "/operator/webhooks", async (page) => (await openEndpoint(page), await menu(page, "webhooks.actions.more"), await chosen("webhooks.rotate.action")(page), await dialog(page).waitFor())],
    ["operator-endpoint-delete", "/operator/webhooks", async (page) => (await openEndpoint(page), await menu(page, "webhooks.actions.more"), await chosen("webhooks.actions.delete")(page), await dialog(page).waitFor())],
    ["operator-endpoint-test", "/operator/webhooks", async (page) => (await openEndpoint(page), await menu(page, "webhooks.actions.test"), await page.waitForTimeout(4000))],
    ["operator-endpoint-edit", "/operator/webhooks", async (page) => (await openEndpoint(page), await press("webhooks.settings.edit")(page))],
    ["operator-delivery", "/operator/webhooks", async (page) => (await openEndpoint(page), await page.locator("tbody button[aria-expanded]").first().click(), await page.waitForTimeout(500))],
    ["operator-redeliver", "/operator/webhooks", async (page) => (await openEndpoint(page), await press("webhooks.deliveries.redeliverMany")(page))],
    ["operator-redelivered", "/operator/webhooks", async (page) => (await openEndpoint(page), await menu(page, "webhooks.deliveries.redeliver"), await page.getByText(t("webhooks.deliveries.redelivered")).waitFor())],
    ["operator-event", "/operator/events", async (page) => (await page.locator("tbody button").first().click(), await dialog(page).waitFor())],
    ["operator-audit-entry", "/operator/audit", async (page) => (await page.locator("tbody button").first().click(), await dialog(page).waitFor())],
    ["operator-issuer-add", "/operator/sessions", press("sessions.issuers.add")],
    ["operator-palette", "/operator/organizations", async (page) => (await page.keyboard.press("Control+k"), await dialog(page).waitFor())],
    ["operator-events-failed", "/operator/audit", (page) => fail(page, "**/v1/b2b/events*", () => goTo(page, "events"))],
    ["operator-loading", "/operator/audit", (page) => hold(page, () => goTo(page, "webhooks"))],
    ["operator-reference-open", "/docs/api", async (page) => (await page.locator(".opblock-summary-control").first().click(), await page.waitForTimeout(1500))],
  ];

  async function goTo(page, part) {
    const link = page.locator(`a[href="/operator/${part}"]`).first();
    if (!(await link.isVisible())) await button(page, "common.navigation.open").click();
    await page.locator(`a[href="/operator/${part}"]:visible`).first().click();
  }
  async function makeCredential(page) {
    await press("operator.credentials.create")(page);
    await dialog(page).getByLabel(t("operator.credentials.name")).first().fill("Nightly report");
    await dialog(page).getByRole("button", { name: t("operator.credentials.submit"), exact: true }).click();
    await page.getByText(t("operator.credentials.secretTitle")).waitFor();
  }
  async function makeEndpoint(page) {
    await press("webhooks.form.add")(page);
    await dialog(page).getByLabel(t("webhooks.form.url")).first().fill("https://app.example.com/webhooks/rollcall");
    await dialog(page).getByRole("button", { name: t("webhooks.form.add"), exact: true }).click();
    await page.getByText(t("webhooks.secret.title")).waitFor();
  }
  async function openEndpoint(page) {
    await page.locator("tbody a[data-row-link]").first().click();
    await page.waitForURL(/\/operator\/webhooks\/[^/?]+$/);
    await page.locator("main h1").waitFor();
    await page.waitForTimeout(1200);
  }
}
