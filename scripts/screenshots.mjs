// npm run screenshots -- --email operator@example.com --password … [--url http://localhost:3000] [--organization lumenworks] [--only members]
// Visits every page of a running installation in Chromium, wide and narrow, light and dark. Writes pictures to screenshots/ for a
// person to look at, and reports what a machine can see: axe violations, console errors, sideways scrolling, first-load JavaScript.
import { existsSync, mkdirSync } from "node:fs";
import { parseArgs } from "node:util";
import { AxeBuilder } from "@axe-core/playwright";
import { chromium } from "@playwright/test";

const { values: options } = parseArgs({
  options: {
    url: { type: "string", default: "http://localhost:3000" },
    organization: { type: "string", default: "lumenworks" },
    email: { type: "string" },
    password: { type: "string" },
    only: { type: "string", default: "" },
    out: { type: "string", default: "screenshots" },
    widths: { type: "string", default: "1440,390" },
    schemes: { type: "string", default: "light,dark" },
  },
});

const JAVASCRIPT_LIMIT_KB = 200;
const chromiumArguments = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const system = "/usr/bin/chromium";

const browser = await chromium.launch({ ...(existsSync(system) ? { executablePath: system } : {}), args: chromiumArguments });
const complaints = [];
try {
  const session = await signIn();
  const pages = (await listPages(session)).filter((page) => page.name.includes(options.only));
  mkdirSync(options.out, { recursive: true });
  for (const width of options.widths.split(",").map(Number)) {
    for (const colorScheme of options.schemes.split(",")) await visitAll(pages, session, { width, colorScheme });
  }
} finally {
  await browser.close();
}
for (const complaint of complaints) console.error(complaint);
console.log(complaints.length === 0 ? "No complaints." : `${complaints.length} complaints.`);
process.exitCode = complaints.length === 0 ? 0 : 1;

/** The operator's cookies, got as the sign-in form gets them. */
async function signIn() {
  if (!options.email || !options.password) throw new Error("Give --email and --password of an operator.");
  const context = await browser.newContext({ baseURL: options.url });
  const { csrfToken } = await (await context.request.get("/api/auth/csrf")).json();
  const form = { csrfToken, email: options.email, password: options.password, json: "true" };
  const answer = await context.request.post("/api/auth/callback/password", { form, maxRedirects: 0 });
  const state = await context.storageState();
  await context.close();
  if (!state.cookies.some((cookie) => cookie.name.endsWith("session-token"))) throw new Error(`Sign-in failed (${answer.status()}).`);
  return state;
}

/** Every page, with one real thing for each page about a thing. */
async function listPages(storageState) {
  const context = await browser.newContext({ baseURL: options.url, storageState });
  const page = await context.newPage();
  const base = `/organizations/${options.organization}`;
  const first = async (list, pattern) => {
    await page.goto(list);
    await settle(page);
    const hrefs = await page.locator("main a[href]").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    return hrefs.find((href) => pattern.test(href ?? ""));
  };
  const connection = await first(`${base}/connections`, /\/connections\/[0-9a-f-]{36}/);
  const member = await first(`${base}/members`, /\/members\/[^/?]+$/);
  const group = await first(`${base}/groups`, /\/groups\/[^/?]+$/);
  const organization = await first("/operator/organizations", /\/operator\/organizations\/[^/?]+$/);
  const endpoint = await first("/operator/webhooks", /\/operator\/webhooks\/[^/?]+$/);
  await context.close();
  const found = [
    ["sign-in", "/sign-in", { public: true }],
    ["sign-in-link", "/sign-in/link", { public: true }],
    ["sign-in-sent", "/sign-in/sent", { public: true }],
    ["suspended", "/suspended", {}],
    ["setup-link-invalid", "/setup/not-a-real-token-at-all", { public: true }],
    ["setup-ended", "/setup/ended", { public: true }],
    ["invitation-invalid", "/invitations/not-a-real-token-at-all", { public: true }],
    ["organizations", "/organizations", {}],
    ["not-found", `${base}/nothing-here`, { status: 404 }],
    ["overview", base, {}],
    ["connections", `${base}/connections`, {}],
    ["connection-new", `${base}/connections/new`, {}],
    ["connection", connection, {}],
    ["connection-setup", connection && `${connection}/setup`, {}],
    ["connection-activity", connection && `${connection}/activity`, {}],
    ["connection-roles", connection && `${connection}/roles`, {}],
    ["connection-health", connection && `${connection}/health`, {}],
    ["connection-settings", connection && `${connection}/settings`, {}],
    ["members", `${base}/members`, {}],
    ["members-nobody", `${base}/members?query=nobody+at+all`, {}],
    ["member", member, {}],
    ["groups", `${base}/groups`, {}],
    ["group", group, {}],
    ["roles", `${base}/roles`, {}],
    ["audit", `${base}/audit`, {}],
    ["settings", `${base}/settings`, {}],
    ["operator-organizations", "/operator/organizations", {}],
    ["operator-organization", organization, {}],
    ["operator-roles", "/operator/roles", {}],
    ["operator-credentials", "/operator/credentials", {}],
    ["operator-audit", "/operator/audit", {}],
    ["operator-sessions", "/operator/sessions", {}],
    ["operator-webhooks", "/operator/webhooks", {}],
    ["operator-webhook", endpoint, {}],
    ["operator-events", "/operator/events", {}],
    ["operator-health", "/operator/health", {}],
  ];
  return found.flatMap(([name, path, expected]) => (path ? [{ name, path, ...expected }] : []));
}

async function visitAll(pages, storageState, { width, colorScheme }) {
  const look = { baseURL: options.url, viewport: { width, height: width > 600 ? 900 : 844 }, colorScheme };
  const member = await browser.newContext({ ...look, storageState });
  const stranger = await browser.newContext(look);
  for (const target of pages) {
    const page = await (target.public ? stranger : member).newPage();
    await visit(page, target, `${target.name}-${width}-${colorScheme}`).catch((error) => complaints.push(`${target.name}: ${error.message.split("\n")[0]}`));
    await page.close();
  }
  await Promise.all([member.close(), stranger.close()]);
}

async function visit(page, target, label) {
  const complain = (text) => complaints.push(`${label}: ${text}`);
  page.on("console", (message) => {
    if (message.type() === "error" && !/status of 404|ERR_ABORTED/.test(message.text())) complain(message.text().slice(0, 300));
  });
  page.on("pageerror", (error) => complain(error.message.slice(0, 300)));
  const client = await page.context().newCDPSession(page);
  await client.send("Network.setCacheDisabled", { cacheDisabled: true });
  const answer = await page.goto(target.path);
  const status = answer?.status() ?? 0;
  if (status === 404 && target.status !== 404) return console.log(`${label}: not there`);
  if (status !== (target.status ?? 200)) complain(`answered ${status}`);
  await settle(page);
  await page.screenshot({ path: `${options.out}/${label}.png`, fullPage: true });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (overflow > 0) complain(`scrolls sideways by ${overflow} px`);
  const kilobytes = await firstLoadJavaScript(page);
  if (kilobytes > JAVASCRIPT_LIMIT_KB) complain(`first-load JavaScript is ${kilobytes} KB`);
  const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]).analyze();
  for (const violation of violations) complain(`axe ${violation.id}: ${violation.help} (${violation.nodes.map((node) => node.target.join(" ")).slice(0, 3).join(" | ")})`);
  console.log(`${label}: ${kilobytes} KB JavaScript`);
}

/** Until nothing that was promised is still a skeleton. The live stream never ends, so the network is no measure. */
async function settle(page) {
  await page.waitForFunction(() => !document.querySelector("[class*=animate-shimmer][class*=bg-pressed]"), undefined, { timeout: 15_000 }).catch(() => undefined);
  await page.waitForTimeout(350);
}

/** What came over the wire as scripts, compressed, by the time the page stands still. */
async function firstLoadJavaScript(page) {
  const bytes = await page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .filter((entry) => entry.initiatorType === "script" || /\.js(\?|$)/.test(entry.name))
      .reduce((sum, entry) => sum + entry.encodedBodySize, 0),
  );
  return Math.round(bytes / 1024);
}
