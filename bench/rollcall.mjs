// Starts the Rollcall that `npm start` starts, on a folder and a port of its own, and ends it again.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

const quick = { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", LOG_LEVEL: "warn", ROLLCALL_SCIM_REQUESTS_PER_MINUTE: "100000000", ROLLCALL_WEBHOOK_ALLOW: "127.0.0.0/8" };

/** How much memory Node takes before it cleans up: as `npm start` says. */
const memory = JSON.parse(readFileSync("package.json", "utf8")).scripts.start.split(" ").filter((word) => word.startsWith("--"));

/** `stop` ends the server and PostgreSQL and removes the folder. `server` and `database` are process ids; the database's is unknown with DATABASE_URL. */
export async function startRollcall(settings = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), "rollcall-bench-"));
  const port = await findFreePort();
  const env = { ...process.env, ...quick, ...settings, PORT: String(port), ROLLCALL_DATA_DIR: folder };
  const child = spawn(process.execPath, [...memory, "dist/server.js"], { env, stdio: ["ignore", "pipe", "inherit"] });
  await untilReady(child, "is ready at");
  const command = (...args) => JSON.parse(run(["dist/rollcall.js", ...args, "--json"], env));
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  const databaseUrl = databaseUrlOf(folder);
  return { origin: `http://localhost:${port}`, databaseUrl, server: child.pid, database: findDatabase(child.pid), command, stop, env, folder };
}

/** One webhook worker in a process of its own beside a server that was started with ROLE=web. */
export async function startWorker({ env }, settings = {}) {
  const flags = (process.env.BENCH_WORKER_FLAGS ?? "").split(" ").filter(Boolean); // e.g. --cpu-prof
  const child = spawn(process.execPath, [...memory, ...flags, "dist/server.js"], { env: { ...env, ROLE: "worker", ...settings }, stdio: ["ignore", "pipe", "inherit"] });
  await untilReady(child, "worker is running");
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
  };
  return { pid: child.pid, stop };
}

function run(args, env) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { env, encoding: "utf8" });
  if (status !== 0) throw new Error(`${args.join(" ")} failed: ${stderr}`);
  return stdout;
}

function untilReady(child, words) {
  return new Promise((resolve, reject) => {
    child.stdout.on("data", (chunk) => String(chunk).includes(words) && resolve());
    child.once("exit", (code) => reject(new Error(`Rollcall did not start (${code})`)));
  });
}

/** A further server on a database that is there: `settings` name it and the secrets that all servers share. */
export async function startServer(settings) {
  const [port, folder] = [await findFreePort(), mkdtempSync(path.join(tmpdir(), "rollcall-bench-"))];
  const child = spawn(process.execPath, [...memory, "dist/server.js"], { env: { ...process.env, ...quick, ...settings, PORT: String(port), ROLLCALL_DATA_DIR: folder }, stdio: ["ignore", "pipe", "inherit"] });
  await untilReady(child, "is ready at");
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  return { origin: `http://localhost:${port}`, port, pid: child.pid, stop };
}

/** The built-in database of a running Rollcall, and its secrets: what further servers need. */
export const databaseUrlOf = (folder) => JSON.parse(readFileSync(path.join(folder, "running.json"), "utf8")).databaseUrl;
export const secretsOf = (folder) => JSON.parse(readFileSync(path.join(folder, "secrets.json"), "utf8"));

/** PostgreSQL's first process is the server's child that has children of its own. */
function findDatabase(server) {
  const children = `/proc/${server}/task/${server}/children`;
  if (!existsSync(children)) return undefined;
  const pids = readFileSync(children, "utf8").trim().split(/\s+/).filter(Boolean);
  const found = pids.find((pid) => readFileSync(`/proc/${pid}/comm`, "utf8").startsWith("postgres"));
  return found === undefined ? undefined : Number(found);
}

export function findFreePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
