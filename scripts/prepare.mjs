// What has to be there before Rollcall can run: packages, the generated database client, bundles, Next's build.
// Plain JavaScript on Node's own modules, because it runs before anything is installed.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, gzip } from "node:zlib";

export const root = fileURLToPath(new URL("..", import.meta.url));
process.chdir(root);

const NOT_SOURCES = new Set(["node_modules", "dist", "tests", "e2e", "docs", "bench", "scripts", "public", "screenshots", "test-results", "playwright-report"]);
const quiet = { ...process.env, NEXT_TELEMETRY_DISABLED: "1", CHECKPOINT_DISABLE: "1", PRISMA_HIDE_UPDATE_MESSAGE: "1" };

/** @param {{ tests?: boolean }} options `tests` also wants the development packages. */
export async function prepareBundles({ tests = false } = {}) {
  checkNode();
  if (existsSync(".env")) process.loadEnvFile(".env");
  await installPackages(tests);
  await generateClient();
  const sources = hashSources();
  if (readStamp("bundles") !== sources) await step("Bundling", () => bundle(sources));
  return sources;
}

/** @param {{ tests?: boolean }} options */
export async function prepareBuild(options) {
  const sources = await prepareBundles(options);
  if (readStamp("next") === sources && existsSync(".next/BUILD_ID")) return;
  rmSync("dist/next.stamp", { force: true });
  await step("Building (first start, or the code has changed)", async () => {
    await runNode("node_modules/next/dist/bin/next", ["build"], "production");
    await compressAssets(".next/static");
  });
  writeStamp("next", sources);
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  fail(`Rollcall needs Node.js 20.19 or newer; this is ${process.version}.`);
}

async function installPackages(tests) {
  const wanted = hash(readFileSync("package-lock.json"));
  const complete = !tests || existsSync("node_modules/vitest");
  if (complete && (readFile("node_modules/.rollcall") === wanted || installedSince("package-lock.json"))) return;
  const more = tests ? ["--include=dev"] : [];
  await step("Installing packages", () => runNpm(["ci", "--no-audit", "--no-fund", "--loglevel=error", ...more]));
  writeFileSync("node_modules/.rollcall", wanted);
}

/** npm writes this file at the end of every installation: one by hand counts too. */
function installedSince(file) {
  const written = "node_modules/.package-lock.json";
  return existsSync(written) && statSync(written).mtimeMs >= statSync(file).mtimeMs;
}

async function generateClient() {
  const wanted = hash(readFileSync("prisma/schema.prisma"), readFileSync("package-lock.json"));
  if (readStamp("client") === wanted && existsSync("lib/db/generated/client.ts")) return;
  await step("Generating the database client", () => runNode("node_modules/prisma/build/index.js", ["generate"]));
  writeStamp("client", wanted);
}

async function bundle(sources) {
  const { build } = await import("esbuild");
  const entries = { server: "server.ts", rollcall: "cli/main.ts", simulate: "simulator/main.ts" };
  const entryPoints = Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(file)));
  await build({ entryPoints, outdir: "dist", bundle: true, platform: "node", format: "esm", target: "node20", packages: "external", sourcemap: true, logLevel: "error" });
  writeStamp("bundles", sources);
}

/** Scripts and styles never change under their names: packed once and as small as can be, instead of again for each visitor. */
async function compressAssets(folder) {
  const files = readdirSync(folder, { recursive: true }).filter((name) => /\.(js|css)$/.test(name));
  const pack = async (name) => {
    const file = path.join(folder, name);
    const content = readFileSync(file);
    writeFileSync(`${file}.br`, await promisify(brotliCompress)(content));
    writeFileSync(`${file}.gz`, await promisify(gzip)(content, { level: 9 }));
  };
  await Promise.all(files.map(pack));
}

function hashSources() {
  const digest = createHash("sha256").update(process.version);
  for (const file of listSources(".")) digest.update(file).update("\0").update(readFileSync(file)).update("\0");
  return digest.digest("hex");
}

function listSources(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith(".") && !NOT_SOURCES.has(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const file = path.join(folder, entry.name);
      if (entry.isDirectory()) return listSources(file);
      return /\.(md|tsbuildinfo)$|\.test\.tsx?$|next-env\.d\.ts$/.test(entry.name) ? [] : [file];
    });
}

async function step(title, work) {
  const began = Date.now();
  console.error(`${title} …`);
  await work();
  console.error(`${title.replace(/ \(.*/, "")}: done in ${((Date.now() - began) / 1000).toFixed(1)} s`);
}

/** npm that is ended by a signal (docker stop, a service manager) dies without passing it on. */
export function stopWithNpm() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && process.kill(process.pid, "SIGTERM"), 500).unref();
}

/** Runs a program of ours to its end; Ctrl-C ends it and then us. */
export function run(command, args, { env = quiet, stdio = ["ignore", "pipe", "pipe"], tolerant = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio, env });
    const output = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => output.push(chunk));
    let stopped = false;
    const stop = () => {
      stopped = true;
      child.kill("SIGTERM");
    };
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stop);
    child.on("error", (error) => (tolerant ? resolve(1) : fail(error.message)));
    child.on("close", (code) => {
      for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.off(signal, stop);
      if (stopped) process.exit(130);
      if (code !== 0 && !tolerant) process.stderr.write(Buffer.concat(output));
      resolve(code ?? 1);
    });
  });
}

async function runNode(file, args, mode) {
  const code = await run(process.execPath, [file, ...args], { env: mode ? { ...quiet, NODE_ENV: mode } : quiet });
  if (code !== 0) fail(`${path.basename(path.dirname(file))} ${args.join(" ")} failed; the lines above say why.`);
}

async function runNpm(args) {
  // npm tells a script where npm is: on Windows its command is a batch file, which cannot be spawned.
  const file = process.env.npm_execpath;
  const code = file?.endsWith(".js") ? await run(process.execPath, [file, ...args]) : await run("npm", args);
  if (code !== 0) fail(`npm ${args[0]} failed; the lines above say why.`);
}

export function fail(message) {
  console.error(message);
  process.exit(1);
}

function readStamp(name) {
  return readFile(`dist/${name}.stamp`);
}

function writeStamp(name, value) {
  mkdirSync("dist", { recursive: true });
  writeFileSync(`dist/${name}.stamp`, value);
}

function readFile(file) {
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

function hash(...contents) {
  const digest = createHash("sha256");
  for (const content of contents) digest.update(content);
  return digest.digest("hex");
}
