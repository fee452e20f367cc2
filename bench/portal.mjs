// node bench/portal.mjs [--people 100000] [--runs 5] [--only server,paint,interaction]: what a person waits for in the portal of an organization of that size, on a fresh
// installation of its own (the production build). Of the server: the time of the members list for every filter, search, sort and page. Of Chromium, by its own
// metrics: Largest Contentful Paint of the main pages with an empty cache, and the longest delay from a key or click to the next frame (event timing).
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import { prepareBuild } from "../scripts/prepare.mjs";
import { fillPortal } from "./fill-portal.mjs";
import { cpuOfTree } from "./measure.mjs";
import { measureInteractions } from "./portal-interactions.mjs";
import { measureMembers } from "./portal-members.mjs";
import { startRollcall } from "./rollcall.mjs";

const { values: options } = parseArgs({ options: { people: { type: "string", default: "100000" }, runs: { type: "string", default: "5" }, only: { type: "string", default: "server,paint,interaction" } } });
const only = options.only.split(",");
const account = { email: "operator@bench.example", password: "operators mind the shop" };
const system = "/usr/bin/chromium";

await prepareBuild();
const rollcall = await startRollcall();
const browser = await chromium.launch({ ...(existsSync(system) ? { executablePath: system } : {}), args: ["--no-sandbox", "--disable-gpu"] });
try {
  await bench();
} finally {
  await browser.close();
  await rollcall.stop();
}

async function bench() {
  rollcall.command("operator", "create", "--email", account.email, "--password", account.password);
  rollcall.command("demo", "--name", "Small", "--users", "4", "--groups", "1");
  const made = rollcall.command("connection", "create", "--organization", "Many", "--identity-provider", "okta");
  const connection = made.connection_id.replace("scim-connection-", "");
  await fillPortal(rollcall.databaseUrl, { connectionId: connection, people: Number(options.people) });
  const storageState = await signIn();
  const base = "/organizations/many";
  if (only.includes("server")) await measureMembers({ browser, origin: rollcall.origin, storageState, organization: "many", runs: Number(options.runs) * 4, server: rollcall.server, database: rollcall.database });
  if (only.includes("paint")) await paintAll(storageState, base, `${base}/connections/${connection}`);
  if (only.includes("interaction")) await measureInteractions({ open: () => openPage(storageState), base, print });
}

function print(name, times, unit = "ms", more = "") {
  const sorted = [...times].sort((left, right) => left - right);
  console.log(`${name.padEnd(44)} median ${sorted[Math.floor(sorted.length / 2)].toFixed(0).padStart(5)} ${unit}   worst ${sorted.at(-1).toFixed(0).padStart(5)} ${unit}${more}`);
}

async function signIn() {
  const context = await browser.newContext({ baseURL: rollcall.origin });
  const { csrfToken } = await (await context.request.get("/api/auth/csrf")).json();
  await context.request.post("/api/auth/callback/password", { form: { csrfToken, ...account, json: "true" }, maxRedirects: 0 });
  const state = await context.storageState();
  await context.close();
  return state;
}

/** A page of a browser that has seen nothing yet. */
async function openPage(storageState) {
  const context = await browser.newContext({ baseURL: rollcall.origin, storageState, viewport: { width: 1440, height: 900 } });
  return context.newPage();
}

async function paintAll(storageState, base, connection) {
  const finder = await openPage(storageState);
  const first = async (list) => {
    await finder.goto(list);
    return finder.locator("main a[data-row-link]").first().getAttribute("href");
  };
  const member = await first(`${base}/members`);
  const group = await first(`${base}/groups?sort=members&order=desc`);
  await finder.context().close();
  const pages = [base, `${base}/members`, `${base}/members?query=a`, `${base}/members?page=1000`, member, `${base}/groups`, group, `${base}/connections`, `${connection}/roles`, `${connection}/activity`, `${connection}/health`, `${base}/audit`];
  for (const path of pages) {
    await paint(storageState, path); // the first visit compiles and warms
    const [times, runs] = [[], Number(options.runs)];
    const before = [cpuOfTree(rollcall.server, { alone: true }), cpuOfTree(rollcall.database)];
    for (let run = 0; run < runs; run++) times.push(await paint(storageState, path));
    const [server, database] = [cpuOfTree(rollcall.server, { alone: true }), cpuOfTree(rollcall.database)].map((used, nth) => (used - before[nth]) / runs);
    print(`LCP ${path.replace(base, "").replace(/[0-9a-f-]{36}/g, "…") || "/ (overview)"}`, times, "ms", `   CPU: server ${server.toFixed(0)} ms, PostgreSQL ${database.toFixed(0)} ms`);
  }
}

async function paint(storageState, path) {
  const page = await openPage(storageState);
  await page.goto(path, { waitUntil: "load" });
  const time = await page.evaluate(
    () => new Promise((resolve) => new PerformanceObserver((list) => setTimeout(() => resolve(list.getEntries().at(-1).startTime), 500)).observe({ type: "largest-contentful-paint", buffered: true })),
  );
  await page.context().close();
  return time;
}
