// Starts the Rollcall that `npm start` starts, on a folder and a port of its own, and ends it again.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

const quick = { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", LOG_LEVEL: "warn", ROLLCALL_SCIM_REQUESTS_PER_MINUTE: "100000000", ROLLCALL_WEBHOOK_ALLOW: "127.0.0.0/8" };

/** `stop` ends the server and PostgreSQL and removes the folder. `server` and `database` are process ids; the database's is unknown with DATABASE_URL. */
export async function startRollcall() {
  const folder = mkdtempSync(path.join(tmpdir(), "rollcall-bench-"));
  const port = await findFreePort();
  const env = { ...process.env, ...quick, PORT: String(port), ROLLCALL_DATA_DIR: folder };
  const child = spawn(process.execPath, ["dist/server.js"], { env, stdio: ["ignore", "pipe", "inherit"] });
  await untilReady(child);
  const command = (...args) => JSON.parse(run(["dist/rollcall.js", ...args, "--json"], env));
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  const { databaseUrl } = JSON.parse(readFileSync(path.join(folder, "running.json"), "utf8"));
  return { origin: `http://localhost:${port}`, databaseUrl, server: child.pid, database: findDatabase(child.pid), command, stop };
}

function run(args, env) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { env, encoding: "utf8" });
  if (status !== 0) throw new Error(`${args.join(" ")} failed: ${stderr}`);
  return stdout;
}

function untilReady(child) {
  return new Promise((resolve, reject) => {
    child.stdout.on("data", (chunk) => String(chunk).includes("is ready at") && resolve());
    child.once("exit", (code) => reject(new Error(`Rollcall did not start (${code})`)));
  });
}

/** PostgreSQL's first process is the server's child that has children of its own. */
function findDatabase(server) {
  const children = `/proc/${server}/task/${server}/children`;
  if (!existsSync(children)) return undefined;
  const pids = readFileSync(children, "utf8").trim().split(/\s+/).filter(Boolean);
  const found = pids.find((pid) => readFileSync(`/proc/${pid}/comm`, "utf8").startsWith("postgres"));
  return found === undefined ? undefined : Number(found);
}

function findFreePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
