// npm test: everything that must hold, from an empty clone to the last line "N passed, N failed".
// npm test -- types lint … runs only the named parts.
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { findChromium } from "./find-chromium.mjs";
import { fail, prepareBuild, run } from "./prepare.mjs";

const RESULTS = "test-results";
const FOLDERS = ["app", "components", "lib", "cli", "simulator", "i18n", "tests", "e2e", "server.ts"];

const parts = {
  types: () => check("node_modules/typescript/bin/tsc", ["--noEmit"]),
  lint: () => check("node_modules/eslint/bin/eslint.js", [".", "--max-warnings=0"]),
  doors: () => check("node_modules/dependency-cruiser/bin/dependency-cruise.mjs", ["--config", ".dependency-cruiser.cjs", ...FOLDERS.filter((file) => existsSync(file))]),
  unused: () => check("node_modules/knip/bin/knip.js", ["--no-progress", "--no-config-hints"]),
  support: () => check("scripts/scim-support.mjs", ["--check"]),
  weight: () => check("scripts/weigh.mjs", ["--check"]),
  unit: () => vitest("unit"),
  db: () => vitest("db"),
  http: () => vitest("http"),
  browser: () => playwright(),
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in parts));
if (unknown.length > 0) fail(`There is no part ${unknown.join(", ")}; there are ${Object.keys(parts).join(", ")}.`);

await prepareBuild({ tests: true });
mkdirSync(RESULTS, { recursive: true });
const total = { passed: 0, failed: 0, skipped: 0 };
for (const [name, part] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const began = Date.now();
  console.log(`\n── ${name}`);
  const result = await part();
  for (const key of Object.keys(total)) total[key] += result[key] ?? 0;
  const outcome = `${result.passed} passed, ${result.failed} failed${result.skipped ? `, ${result.skipped} skipped` : ""}`;
  console.log(`   ${name}: ${outcome} in ${((Date.now() - began) / 1000).toFixed(1)} s`);
}
if (total.skipped > 0) console.log(`\n${total.skipped} skipped`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 ? 1 : 0);

/** A tool that says yes or no counts as one. */
async function check(file, args) {
  const code = await runTool(file, args);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function vitest(project) {
  const report = `${RESULTS}/${project}.json`;
  rmSync(report, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const code = await runTool("node_modules/vitest/vitest.mjs", ["run", "--project", project, "--passWithNoTests", ...reporters]);
  const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0, numTodoTests = 0, testResults = [] } = readReport(report);
  // A file that cannot even be loaded has no tests to fail.
  const broken = testResults.filter((file) => file.status === "failed" && file.assertionResults.every(({ status }) => status !== "failed")).length;
  return count(code, numPassedTests, numFailedTests + broken, numPendingTests + numTodoTests);
}

async function playwright() {
  const chromium = await findChromium();
  if (!chromium) {
    console.error("There is no Chromium: install one, or name one in CHROMIUM_PATH.");
    return { passed: 0, failed: 1 };
  }
  const report = `${RESULTS}/browser.json`;
  rmSync(report, { force: true });
  const env = { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: report };
  const code = await runTool("node_modules/@playwright/test/cli.js", ["test", "--reporter=list,json", "--pass-with-no-tests"], env);
  const { stats = {}, errors = [] } = readReport(report);
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = stats;
  return count(code, expected, unexpected + flaky + errors.length, skipped);
}

/** An exit code that says no while every test says yes is a failure too. */
function count(code, passed, failed, skipped) {
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed, skipped };
}

function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
}

function runTool(file, args, more = {}) {
  // A configuration for running Rollcall must not reach the tests.
  const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(ROLLCALL_|DATABASE_|NEXTAUTH_|SMTP_|OIDC_|MAIL_FROM$|PORT$|LOG_LEVEL$|NODE_ENV$)/.test(name)));
  const plain = process.stdout.isTTY ? {} : { NO_COLOR: "1" };
  return run(process.execPath, [file, ...args], { stdio: ["ignore", "inherit", "inherit"], env: { ...own, ...plain, ...more } });
}
