// What npm run screenshots -- --prepare also shows: dialogs, menus, toasts, skeletons and failures, each opened as a person opens it.
// The texts come from the catalogue of the chosen language.
import { readdirSync, readFileSync } from "node:fs";
import { createTranslator } from "use-intl/core";
import { listOperatorScenes } from "./screenshot-operator-scenes.mjs";

/** @returns {(key: string, values?: object) => string} the texts of a language */
export function readTexts(locale) {
  const folder = new URL(`../messages/${locale}/`, import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  const messages = Object.fromEntries(files.map((name) => [name.slice(0, -5), JSON.parse(readFileSync(new URL(name, folder), "utf8"))]));
  return createTranslator({ locale, messages });
}

/** @returns {{ name: string; path: string; act: (page: import("@playwright/test").Page) => Promise<unknown> }[]} */
export function listScenes(data, t) {
  const busy = `/organizations/${data.busy}`;
  const button = (page, key, values) => page.getByRole("button", { name: t(key, values), exact: true }).first();
  const dialog = (page) => page.getByRole("dialog").or(page.getByRole("alertdialog")).last();
  const press = (key, values) => async (page) => {
    await button(page, key, values).click();
    await dialog(page).waitFor();
  };
  const scenes = [
    ...guides(data),
    ["switcher", busy, (page) => page.getByRole("button", { name: "Northwind" }).first().click()],
    ["user-menu", busy, (page) => openUserMenu(page)],
    ["palette", busy, openPalette],
    ["palette-found", busy, async (page) => (await openPalette(page), await page.keyboard.type("eng"), await page.waitForTimeout(900))],
    ["connection-created", `/organizations/${data.waiting}/connections/new`, createConnection],
    ["connection-confirmed", `/organizations/${data.waiting}/connections/new`, async (page) => (await createConnection(page), await page.getByRole("checkbox", { name: t("connections.setup.values.copied") }).check())],
    ["empty-overview", `/organizations/${data.empty}`],
    ["empty-members", `/organizations/${data.empty}/members`],
    ["empty-groups", `/organizations/${data.empty}/groups`],
    ["empty-roles", `${data.connections.okta}/roles`],
    ["empty-activity", `${data.connections.okta}/activity`],
    ["empty-health", `${data.connections.okta}/health`],
    ["empty-connection", data.connections.okta],
    ["empty-matches", `${data.connections.okta}/matches`],
    ["token-replace", data.okta, press("connections.token.replace")],
    ["token-new", data.okta, async (page) => (await press("connections.token.replace")(page), await button(page, "connections.token.begin").click(), await page.getByRole("checkbox").waitFor())],
    ["token-overlap", data.entra, rotate],
    ["token-complete", data.entra, press("connections.token.complete")],
    ["method-issued", `${data.connections.jumpcloud}/settings`, async (page) => (await page.getByRole("switch", { name: t("signInMethods.methods.client_credentials.name") }).click(), await dialog(page).waitFor())],
    ["method-basic", `${data.connections.okta}/settings`, async (page) => page.getByRole("switch", { name: t("signInMethods.methods.basic.name") }).scrollIntoViewIfNeeded()],
    ["method-federation", `${data.connections.onelogin}/settings`, async (page) => (await page.getByRole("switch", { name: t("signInMethods.methods.federation.name") }).click(), await dialog(page).waitFor())],
    ["schema-add", `${data.okta}/settings`, press("schemas.add")],
    ["pause", `${data.okta}/settings`, press("connections.settings.pause")],
    ["delete", `${data.okta}/settings`, press("connections.settings.delete")],
    ["consent", data.consent],
    ["mapping-groups", `${data.okta}/roles`, (page) => page.getByRole("combobox", { name: t("roles.mapping.addGroup") }).click()],
    ["mapping-roles", `${data.okta}/roles`, openRoles],
    ["mapping-changed", `${data.okta}/roles`, changeMapping],
    ["mapping-preview", `${data.okta}/roles`, async (page) => (await changeMapping(page), await press("roles.mapping.review")(page), await page.waitForTimeout(1200))],
    ["call", `${data.okta}/activity`, async (page) => (await page.getByRole("row").nth(1).getByRole("button").first().click(), await dialog(page).waitFor())],
    ["call-failed", `${data.okta}/activity?result=failures&failures=true`, async (page) => (await page.getByRole("row").nth(1).getByRole("button").first().click(), await dialog(page).waitFor())],
    ["call-replay", `${data.okta}/activity?result=failures&failures=true`, replay],
    ["call-filter", `${data.okta}/activity`, (page) => page.getByRole("combobox", { name: t("activity.filters.what") }).click()],
    ["call-about", `${data.okta}/activity`, (page) => page.getByRole("combobox", { name: t("activity.filters.about") }).click()],
    ["call-nothing", `${data.okta}/activity?query=nothing+like+this`],
    ["health-dismiss", `${data.okta}/health`, async (page) => (await page.getByRole("button", { name: new RegExp(`^${t("health.dismiss.open")}`) }).first().click(), await dialog(page).waitFor())],
    ["member-assign", `${busy}/members`, async (page) => (await openFirst(page), await press("members.roles.assign")(page))],
    ["member-remove", `${busy}/members?query=grace`, async (page) => (await openFirst(page), await press("members.actions.delete")(page))],
    ["member-why", `${busy}/members?role=editor`, async (page) => (await openFirst(page), await page.getByText(t("members.roles.why.ask", { role: "editor" })).first().click(), await page.waitForTimeout(900))],
    ["members-filter", `${busy}/members`, (page) => page.getByRole("combobox", { name: t("members.filters.status") }).click()],
    ["members-failed", `${busy}/members`, (page) => fail(page, "**/v1/b2b/organizations/*/members*", () => page.getByRole("searchbox").first().fill("x"))],
    ["members-loading", busy, (page) => hold(page, () => page.getByRole("link", { name: t("common.navigation.members"), exact: true }).first().click())],
    ["settings-loading", busy, (page) => hold(page, () => page.getByRole("link", { name: t("common.navigation.settings"), exact: true }).first().click())],
    ["connection-loading", `${busy}/connections`, (page) => hold(page, () => page.getByRole("link", { name: "Okta", exact: true }).first().click())],
    ["audit-entry", `${busy}/audit`, async (page) => (await page.getByRole("row").nth(1).getByRole("button").first().click(), await dialog(page).waitFor())],
    ["invite", `${busy}/settings`, press("settings.admins.invite")],
    ["invite-wrong", `${busy}/settings`, async (page) => (await press("settings.admins.invite")(page), await dialog(page).getByLabel(t("settings.invite.email")).fill("not an address"), await dialog(page).getByRole("button", { name: t("settings.invite.submit") }).click())],
    ["toast", `${busy}/settings`, saveSettings],
    ["setup-link-new", `${busy}/connections`, press("setupLinks.create.open")],
    ["setup-link-ready", `${busy}/connections`, async (page) => (await press("setupLinks.create.open")(page), await dialog(page).getByRole("button", { name: t("setupLinks.create.submit") }).click(), await page.getByText(t("setupLinks.create.readyTitle")).waitFor())],
    ["brake-undo", data.brake, (page) => press2(page, page.getByRole("button", { name: new RegExp(escape(t("brake.undo.action", { count: 7 })).replace("7", "\\d+")) }))],
    ["brake-selected", data.brake, async (page) => { for (const nth of [1, 2, 3]) await page.getByRole("checkbox").nth(nth).click(); }],
    ["matches-selected", `${data.okta}/matches`, async (page) => { for (const nth of [1, 2]) await page.getByRole("checkbox").nth(nth).click(); }],
    ["matches-link", `${data.okta}/matches`, press("matches.link")],
    ["move-finish", `${data.entra}/move`, press("move.open.finish")],
    ["move-cancel", `${data.entra}/move`, press("move.open.cancel")],
    ["move-detach", `${data.entra}/move`, press("move.detach.action")],
    ...listOperatorScenes(data, t, { press, button, dialog, hold, fail }),
  ];
  return scenes.flatMap(([name, path, act]) => (path ? [{ name: `scene-${name}`, path, act: act ?? (() => undefined), full: !act }] : []));

  async function openUserMenu(page) {
    if (await page.getByRole("button", { name: t("common.navigation.open") }).isVisible()) await page.getByRole("button", { name: t("common.navigation.open") }).click();
    await page.getByRole("button", { name: new RegExp(escape(t("common.userMenu.label", { name: "" }))) }).last().click();
  }
  async function openPalette(page) {
    await page.keyboard.press("Control+k");
    await dialog(page).waitFor();
  }
  async function createConnection(page) {
    await page.getByRole("radio").nth(0).click();
    await button(page, "connections.create.submit").click();
    await page.waitForURL("**/setup");
    await page.getByRole("checkbox", { name: t("connections.setup.values.copied") }).waitFor();
  }
  async function rotate(page) {
    if (await page.getByText(t("connections.token.overlapTitle")).isVisible()) return;
    await press("connections.token.replace")(page);
    await button(page, "connections.token.begin").click();
    await page.getByRole("checkbox").check();
    await dialog(page).getByRole("button", { name: t("connections.token.done") }).click();
    await page.getByText(t("connections.token.overlapTitle")).waitFor();
    await page.waitForTimeout(4500);
  }
  async function openRoles(page) {
    await page.getByRole("combobox", { name: new RegExp(escape(t("roles.mapping.rolesOf", { group: "" }))) }).first().click();
  }
  async function changeMapping(page) {
    await openRoles(page);
    await page.getByRole("option", { name: "auditor" }).click();
    await page.getByRole("option", { name: "editor" }).click();
    await page.keyboard.press("Escape");
    await button(page, "roles.mapping.review").waitFor();
  }
  async function replay(page) {
    await page.getByRole("row").filter({ hasText: "409" }).first().getByRole("button").first().click();
    await button(page, "activity.replay.open").click();
    await page.getByText(t("activity.replay.audited")).waitFor().catch(() => undefined);
    await page.waitForTimeout(600);
  }
  async function openFirst(page) {
    await page.locator("tbody a[data-row-link]").first().click();
    await page.waitForURL(/\/members\/[^/?]+$/);
  }
  async function saveSettings(page) {
    const field = page.getByPlaceholder("#0f766e");
    await field.fill((await field.inputValue()) === "#0f766e" ? "#0e7490" : "#0f766e");
    await button(page, "common.save").click();
    await page.getByText(t("settings.profile.saved")).waitFor();
  }
  async function press2(page, target) {
    await target.first().click();
    await dialog(page).waitFor();
  }
}

/** The set-up of each provider, in each kind of app and each way of signing in. */
function guides({ connections }) {
  const ways = {
    okta: ["", "auth=basic", "auth=oauth2", "app=okta_catalog", "app=okta_catalog&auth=oauth-bearer", "app=okta_catalog&auth=basic"],
    "microsoft-entra": ["", "auth=client", "auth=federation"],
    pingfederate: ["", "auth=client", "auth=basic"],
  };
  return Object.entries(connections).flatMap(([provider, path]) =>
    (ways[provider] ?? [""]).map((query) => [`guide-${provider}${query ? `-${query.replaceAll(/app=|auth=/g, "").replaceAll("&", "-")}` : ""}`, `${path}/setup${query ? `?${query}` : ""}`]),
  );
}

/** The page as it is while the next one is on its way. */
async function hold(page, go) {
  await page.route("**/*", (route) => (route.request().headers()["rsc"] && !route.request().headers()["next-router-prefetch"] ? undefined : route.continue()));
  await go();
  await page.waitForTimeout(700);
}

/** The page when the server does not answer as it should. */
async function fail(page, pattern, go) {
  await page.route(pattern, (route) => route.fulfill({ status: 503, contentType: "application/json", body: JSON.stringify({ status_code: 503, error_type: "unavailable", error_message: "The database does not answer at the moment." }) }));
  await go();
  await page.waitForTimeout(9000);
}

function escape(text) {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
