import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findFreePort, inherited, runCommand, startApp } from "./support/start-app";

let dataDir: string;
let port: number;

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), "rollcall-start-"));
  chmodSync(dataDir, 0o711);
  port = await findFreePort();
});

afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const settings = (more: Record<string, string> = {}): NodeJS.ProcessEnv => ({
  ...inherited(),
  PORT: String(port),
  ROLLCALL_DATA_DIR: dataDir,
  LOG_LEVEL: "warn",
  ...more,
});

type Run = { child: ChildProcess; output: () => string; ended: Promise<number | null> };

function start(more: Record<string, string> = {}): Run {
  const child = spawn(process.execPath, ["dist/server.js"], { env: settings(more), stdio: ["ignore", "pipe", "pipe"] });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (text += chunk.toString("utf8")));
  return { child, output: () => text, ended: new Promise((resolve) => child.once("exit", resolve)) };
}

async function untilReady(run: Run): Promise<void> {
  await expect.poll(run.output, { timeout: 60_000 }).toContain("Rollcall is ready at");
}

function postgresPid(): number {
  return Number(readFileSync(path.join(dataDir, "postgres/postmaster.pid"), "utf8").split("\n")[0]);
}

/** A process that ended and waits for the machine's init to take note of it is not alive. */
function isAlive(pid: number): boolean {
  try {
    if (existsSync(`/proc/${pid}/stat`) && / Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"))) return false;
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe("Starting", () => {
  it("names every mistake of the configuration and starts nothing", async () => {
    const run = start({ PORT: "http", ROLLCALL_URL: "https://my_host.example.com" });
    expect(await run.ended).toBe(1);
    expect(run.output()).toMatch(/PORT: must be a whole number/);
    expect(run.output()).toMatch(/ROLLCALL_URL: must not contain an underscore/);
  });

  it("brings up its own database, says what to do first, stops everything on Ctrl-C and finds its data again", async () => {
    const first = start();
    await untilReady(first);
    expect(first.output()).toContain(`open http://localhost:${port} and make the first operator account`);
    expect((await fetch(`http://localhost:${port}/api/health`)).status).toBe(200);
    expect(statSync(path.join(dataDir, "secrets.json")).mode & 0o077).toBe(0);

    const second = start({ PORT: String(await findFreePort()) });
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain(`Rollcall is already running at http://localhost:${port} (process ${first.child.pid})`);

    const elsewhere = start({ ROLLCALL_DATA_DIR: path.join(dataDir, "other") });
    expect(await elsewhere.ended).toBe(1);
    expect(elsewhere.output()).toContain(`Port ${port} is taken by another program`);

    const whileRunning = await runCommand(["organization", "create", "--name", "Running", "--json"], settings());
    expect([whileRunning.code, whileRunning.stderr]).toEqual([0, ""]);

    const database = postgresPid();
    first.child.kill("SIGINT");
    first.child.kill("SIGINT");
    expect(await first.ended).toBe(0);
    await expect.poll(() => isAlive(database), { timeout: 10_000 }).toBe(false);
    expect(existsSync(path.join(dataDir, "postgres/postmaster.pid"))).toBe(false);
    expect(existsSync(path.join(dataDir, "running.json"))).toBe(false);

    const whileStopped = ["connection", "create", "--organization", "Running", "--identity-provider", "okta", "--json"];
    expect((await runCommand(whileStopped, settings())).code).toBe(0);
    const listed = await runCommand(["connection", "list", "--json"], settings());
    expect(JSON.parse(listed.stdout)).toMatchObject([{ organization: "Running", identity_provider: "okta" }]);
  });

  it("takes over the database that a killed server left behind", async () => {
    const killed = start();
    await untilReady(killed);
    const database = postgresPid();
    killed.child.kill("SIGKILL");
    await killed.ended;
    expect(isAlive(database)).toBe(true);
    const next = start();
    await untilReady(next);
    expect(postgresPid()).toBe(database);
    next.child.kill("SIGTERM");
    expect(await next.ended).toBe(0);
    await expect.poll(() => isAlive(database), { timeout: 10_000 }).toBe(false);
    expect(existsSync(path.join(dataDir, "postgres/postmaster.pid"))).toBe(false);
  });
});

describe("Health", () => {
  it("is 503 while the database is away", async () => {
    const app = await startApp();
    try {
      expect(await (await fetch(`${app.url}/api/health`)).json()).toEqual({ status: "ok" });
      await app.stopDatabase();
      const away = await fetch(`${app.url}/api/health`);
      expect([away.status, await away.json()]).toEqual([503, { status: "unavailable", reason: "database_unreachable" }]);
    } finally {
      await app.stop();
    }
  });
});

describe("The command line", () => {
  it("prints what infrastructure as code needs, and refusals on standard error", async () => {
    const app = await startApp();
    try {
      const made = await app.cliJson<Record<string, string>>(["connection", "create", "--organization", "Acme", "--identity-provider", "okta", "--json"]);
      expect(Object.keys(made)).toEqual(["organization_id", "connection_id", "base_url", "bearer_token"]);
      const answer = await fetch(`${made.base_url}/Users`, { headers: { authorization: `Bearer ${made.bearer_token}` } });
      expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "application/scim+json"]);
      const credential = await app.cliJson<Record<string, string>>(["credential", "create", "--json"]);
      expect(Object.keys(credential)).toEqual(["project_id", "secret", "scopes"]);
      expect(credential["scopes"]).toBe("read write webhooks sessions");
      const refused = await app.cli(["operator", "create", "--email", "ada@example.com", "--password", "short"]);
      expect(refused).toEqual({ code: 1, stdout: "", stderr: "The password must have at least 10 characters.\n" });
    } finally {
      await app.stop();
    }
  });
});
