// node bench/portal.mjs --email operator@example.com --password … [--url http://localhost:3000] [--organization many] [--runs 3]
// What a person waits for in a running production build, as Chromium itself reports it: Largest Contentful Paint of the main pages
// with an empty cache, and the longest delay from a key or click to the next frame (event timing) on the members page.
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";

const { values: options } = parseArgs({
  options: { url: { type: "string", default: "http://localhost:3000" }, organization: { type: "string", default: "many" }, email: { type: "string" }, password: { type: "string" }, runs: { type: "string", default: "3" } },
});
const system = "/usr/bin/chromium";
const browser = await chromium.launch({ ...(existsSync(system) ? { executablePath: system } : {}), args: ["--no-sandbox", "--disable-gpu"] });
try {
  const storageState = await signIn();
  const base = `/organizations/${options.organization}`;
  const member = await firstMember(storageState, base);
  for (const path of [base, `${base}/members`, `${base}/members?query=9999`, `${base}/members?page=1000`, member, `${base}/groups`, `${base}/connections`, `${base}/roles`, `${base}/audit`, "/operator/organizations"]) {
    const runs = [];
    for (let run = 0; run < Number(options.runs); run++) runs.push(await paint(storageState, path));
    console.log(`LCP ${median(runs).toFixed(0).padStart(5)} ms  ${path}`);
  }
  for (const [name, ms] of Object.entries(await interact(storageState, `${base}/members`))) console.log(`${name} ${ms.toFixed(0).padStart(5)} ms`);
} finally {
  await browser.close();
}

async function signIn() {
  const context = await browser.newContext({ baseURL: options.url });
  const { csrfToken } = await (await context.request.get("/api/auth/csrf")).json();
  await context.request.post("/api/auth/callback/password", { form: { csrfToken, email: options.email, password: options.password, json: "true" }, maxRedirects: 0 });
  const state = await context.storageState();
  await context.close();
  return state;
}

async function firstMember(storageState, base) {
  const context = await browser.newContext({ baseURL: options.url, storageState });
  const page = await context.newPage();
  await page.goto(`${base}/members`);
  const href = await page.locator("main a[data-row-link]").first().getAttribute("href");
  await context.close();
  return href;
}

async function paint(storageState, path) {
  const context = await browser.newContext({ baseURL: options.url, storageState, viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(path, { waitUntil: "load" });
  const time = await page.evaluate(
    () => new Promise((resolve) => new PerformanceObserver((list) => setTimeout(() => resolve(list.getEntries().at(-1).startTime), 500)).observe({ type: "largest-contentful-paint", buffered: true })),
  );
  await context.close();
  return time;
}

async function interact(storageState, path) {
  const context = await browser.newContext({ baseURL: options.url, storageState, viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(path, { waitUntil: "load" });
  await page.evaluate(() => {
    window.slowest = 0;
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => (window.slowest = Math.max(window.slowest, entry.duration)))).observe({ type: "event", durationThreshold: 16, buffered: true });
  });
  const measure = async (act) => {
    await page.evaluate(() => void (window.slowest = 0));
    await act();
    await page.waitForTimeout(1200);
    return page.evaluate(() => window.slowest);
  };
  const found = {
    "typing a search  ": await measure(() => page.getByRole("searchbox").first().pressSequentially("9999", { delay: 40 })),
    "clearing it      ": await measure(() => page.getByRole("searchbox").first().fill("")),
    "opening a filter ": await measure(() => page.getByRole("combobox").first().click()),
    "choosing in it   ": await measure(() => page.getByRole("option").nth(1).click()),
    "sorting          ": await measure(() => page.locator("thead button").first().click()),
    "next page        ": await measure(() => page.locator("nav button").last().click()),
    "opening a person ": await measure(() => page.locator("main a[data-row-link]").first().click()),
  };
  await context.close();
  return found;
}

function median(numbers) {
  return [...numbers].sort((left, right) => left - right)[Math.floor(numbers.length / 2)];
}
