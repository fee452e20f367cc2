// npm run screenshots -- --email operator@example.com --password … [--url http://localhost:3000] [--organization lumenworks]
//   [--prepare] [--quick] [--only members,groups] [--locale de] [--widths 1440,390] [--schemes light,dark] [--setup-link URL] [--invitation URL]
// Visits every page of a running installation in Chromium, wide and narrow, light and dark. Writes pictures to screenshots/ for a
// person to look at, and reports what a machine can see: axe violations, console errors, sideways scrolling, first-load JavaScript.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { AxeBuilder } from "@axe-core/playwright";
import { chromium } from "@playwright/test";
import { prepareData } from "./screenshot-data.mjs";
import { listPages } from "./screenshot-pages.mjs";
import { listScenes, readTexts } from "./screenshot-scenes.mjs";

const { values: options } = parseArgs({
  options: {
    url: { type: "string", default: "http://localhost:3000" },
    organization: { type: "string", default: "lumenworks" },
    email: { type: "string" },
    password: { type: "string" },
    locale: { type: "string", default: "en" },
    // Makes organizations in which everything is waiting, and also shows dialogs, menus, skeletons and failures.
    prepare: { type: "boolean", default: false },
    // Pictures only: without axe and the weighing, which take most of the time.
    quick: { type: "boolean", default: false },
    // Links that were made in the portal and not used yet, to see what they open.
    "setup-link": { type: "string" },
    invitation: { type: "string" },
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
  const operator = await signIn();
  const data = options.prepare ? await prepare(operator) : null;
  const installer = await enterSetupLink();
  const listed = await listPages(await readLinks(operator), { organization: options.organization, setupLink: options["setup-link"], invitation: options.invitation });
  const wanted = options.only.split(",");
  const scenes = data ? listScenes({ ...data, brake: listed.find(({ name }) => name === "connection-brake")?.path }, readTexts(options.locale)) : [];
  const pages = [...listed, ...scenes].filter(({ name }) => wanted.some((part) => name.includes(part)));
  mkdirSync(options.out, { recursive: true });
  for (const width of options.widths.split(",").map(Number)) {
    for (const colorScheme of options.schemes.split(",")) await visitAll(pages, { operator, installer }, { width, colorScheme });
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

/** The organizations that are made for the pictures become what is shown, where nothing else was asked for. */
async function prepare(storageState) {
  const data = readPrepared() ?? (await make());
  mkdirSync(options.out, { recursive: true });
  writeFileSync(kept(), JSON.stringify({ url: options.url, data }));
  options.organization = data.busy;
  options["setup-link"] ??= data.setupLink;
  options.invitation ??= data.invitation;
  return data;

  async function make() {
    const context = await browser.newContext({ baseURL: options.url, storageState });
    const made = await prepareData(context.request);
    await context.close();
    return made;
  }
}

function kept() {
  return `${options.out}/prepared.json`;
}

/** What an earlier run has made there, so that single pictures can be taken again. */
function readPrepared() {
  const found = existsSync(kept()) ? JSON.parse(readFileSync(kept(), "utf8")) : null;
  return found?.url === options.url ? found.data : undefined;
}

/** The links of a page's main part, as the operator sees them. */
async function readLinks(storageState) {
  const context = await browser.newContext({ baseURL: options.url, storageState });
  return async (path) => {
    const page = await context.newPage();
    await page.goto(path);
    await settle(page);
    const links = await page.locator("main a[href]").evaluateAll((found) => found.map((link) => link.getAttribute("href") ?? ""));
    await page.close();
    return links;
  };
}

/** The cookies of somebody who opened a set-up link. */
async function enterSetupLink() {
  if (!options["setup-link"]) return undefined;
  const context = await browser.newContext({ baseURL: options.url });
  const page = await context.newPage();
  await page.goto(options["setup-link"]);
  await page.locator("form input").fill("Ina Installer");
  await page.locator("form button[type=submit]").click();
  await page.waitForURL("**/setup/connection");
  const state = await context.storageState();
  await context.close();
  return state;
}

async function visitAll(pages, { operator, installer }, { width, colorScheme }) {
  const look = { baseURL: options.url, viewport: { width, height: width > 600 ? 900 : 844 }, colorScheme };
  const contexts = await Promise.all([operator, installer, undefined].map((storageState) => browser.newContext({ ...look, ...(storageState ? { storageState } : {}) })));
  const [member, guest, stranger] = contexts;
  for (const context of contexts) await context.addCookies([{ name: "rollcall-locale", value: options.locale, url: options.url }]);
  for (const target of pages) {
    const page = await (target.public ? stranger : target.setup ? guest : member).newPage();
    await visit(page, target, `${target.name}-${width}-${colorScheme}`).catch((error) => complaints.push(`${target.name}: ${error.message.split("\n")[0]}`));
    await page.close();
  }
  await Promise.all(contexts.map((context) => context.close()));
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
  if (target.act) await target.act(page);
  if (target.act) await page.waitForTimeout(400);
  await page.screenshot({ path: `${options.out}/${label}.png`, fullPage: target.full ?? true });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (overflow > 0) complain(`scrolls sideways by ${overflow} px`);
  if (options.quick) return console.log(label);
  const kilobytes = await firstLoadJavaScript(page, (await answer?.text()) ?? "");
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

/** The scripts that the page's own HTML names, compressed as they came: what is there before it works. What it fetches later, like a chart, is not in the way. */
async function firstLoadJavaScript(page, html) {
  const named = new Set([...html.matchAll(/<script[^>]+src="([^"]+)"/g)].map(([, source]) => new URL(source.replaceAll("&amp;", "&"), options.url).pathname));
  const loaded = await page.evaluate(() => performance.getEntriesByType("resource").map((entry) => [new URL(entry.name).pathname, entry.encodedBodySize]));
  const bytes = loaded.reduce((sum, [path, size]) => sum + (named.has(path) ? size : 0), 0);
  return Math.round(bytes / 1024);
}
