import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { startTestCluster } from "./test-cluster";

export type CommandResult = { code: number; stdout: string; stderr: string };

export type App = {
  /** http://localhost:<port>, without a trailing slash. */
  url: string;
  databaseUrl: string;
  dataDir: string;
  /** Runs `rollcall <args>` against this app; see `cliJson` for what prints JSON. */
  cli: (args: string[]) => Promise<CommandResult>;
  /** The same, which must succeed and print JSON. */
  cliJson: <Value>(args: string[]) => Promise<Value>;
  /** Starts another server beside it, at an address of its own; the same database, secrets and environment. */
  startServer: () => Promise<OtherServer>;
  /** Starts ROLE=worker beside it, on its database, and waits until it runs. */
  startWorker: () => Promise<ChildProcess>;
  /** Takes the database away from under the running app. */
  stopDatabase: () => Promise<void>;
  stop: () => Promise<void>;
};

export type OtherServer = { url: string; stop: () => Promise<void>; /** Again, at the same address. */ start: () => Promise<void> };

export type AppOptions = {
  /** Who answers /api/scim. */
  door?: "fast" | "next";
  env?: Record<string, string>;
};

/** Starts the built app on a free port with an empty database of its own. `npm run build` must have run. */
export async function startApp({ door = "fast", env = {} }: AppOptions = {}): Promise<App> {
  if (!existsSync("dist/server.js") || !existsSync(".next/BUILD_ID")) throw new Error("The app is not built: npm run build");
  const cluster = await startTestCluster();
  const dataDir = mkdtempSync(path.join(tmpdir(), `rollcall-app-`));
  chmodSync(dataDir, 0o711);
  const port = await findFreePort();
  const url = `http://localhost:${port}`;
  const settings: NodeJS.ProcessEnv = {
    ...inherited(),
    PORT: String(port),
    ROLLCALL_URL: url,
    ROLLCALL_DATA_DIR: dataDir,
    ROLLCALL_SCIM_DOOR: door,
    DATABASE_URL: cluster.url,
    LOG_LEVEL: "warn",
    ...env,
  };
  let stopServer = (): Promise<void> => Promise.resolve();
  let clusterStopped: Promise<void> | undefined;
  const stopDatabase = (): Promise<void> => (clusterStopped ??= cluster.stop());
  const stop = async (): Promise<void> => {
    await stopServer();
    await stopDatabase();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    stopServer = await runServer(settings, url);
  } catch (error) {
    await stop();
    throw error;
  }
  const cli = (args: string[]): Promise<CommandResult> => runCommand(args, settings);
  return { url, databaseUrl: cluster.url, dataDir, cli, cliJson: async (args) => parseJson(args, await cli(args)), stopDatabase, stop, startServer: () => startServer(settings), startWorker: () => startWorker(settings) };
}

async function startServer(settings: NodeJS.ProcessEnv): Promise<OtherServer> {
  const port = String(await findFreePort());
  const url = `http://localhost:${port}`;
  const folder = path.join(settings["ROLLCALL_DATA_DIR"] ?? "", `server-${port}`);
  mkdirSync(folder);
  copyFileSync(path.join(folder, "..", "secrets.json"), path.join(folder, "secrets.json"));
  const own = { ...settings, PORT: port, ROLLCALL_URL: url, ROLLCALL_DATA_DIR: folder };
  const server: OtherServer = { url, stop: () => Promise.resolve(), start: async () => void (server.stop = await runServer(own, url)) };
  await server.start();
  return server;
}

/** Runs a server until it answers; returns what ends it. */
async function runServer(settings: NodeJS.ProcessEnv, url: string): Promise<() => Promise<void>> {
  const server = spawn(process.execPath, ["dist/server.js"], { env: settings, stdio: ["ignore", "pipe", "pipe"] });
  try {
    await untilHealthy(url, server, collect(server));
  } catch (error) {
    await end(server);
    throw error;
  }
  return () => end(server);
}

async function startWorker(settings: NodeJS.ProcessEnv): Promise<ChildProcess> {
  const worker = spawn(process.execPath, ["dist/server.js"], { env: { ...settings, ROLE: "worker" }, stdio: ["ignore", "pipe", "pipe"] });
  const output = collect(worker);
  return new Promise((resolve, reject) => {
    const fail = (): void => reject(new Error(`The worker did not start:\n${output.join("")}`));
    const late = setTimeout(fail, 60_000);
    worker.once("exit", fail);
    worker.stdout.on("data", () => {
      if (!output.join("").includes("worker is running")) return;
      clearTimeout(late);
      worker.off("exit", fail);
      resolve(worker);
    });
  });
}

/** Runs the built command line with these settings. */
export async function runCommand(args: string[], settings: NodeJS.ProcessEnv): Promise<CommandResult> {
  const child = spawn(process.execPath, ["dist/rollcall.js", ...args], { env: settings, stdio: ["ignore", "pipe", "pipe"] });
  const [stdout, stderr] = [[] as Buffer[], [] as Buffer[]];
  child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
  const code = await new Promise<number>((resolve) => child.once("close", (status) => resolve(status ?? 1)));
  return { code, stdout: Buffer.concat(stdout).toString("utf8"), stderr: Buffer.concat(stderr).toString("utf8") };
}

/** What a child needs of our own environment, and none of our settings. */
export function inherited(): NodeJS.ProcessEnv {
  const kept = ["PATH", "HOME", "TMPDIR", "LANG", "SystemRoot", "TEMP", "TMP"];
  return { ...Object.fromEntries(kept.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]))), NODE_ENV: "production" };
}

export async function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

function parseJson<Value>(args: string[], { code, stdout, stderr }: CommandResult): Value {
  if (code !== 0) throw new Error(`rollcall ${args.join(" ")} ended with ${code}: ${stderr}`);
  return JSON.parse(stdout) as Value;
}

function collect(child: ChildProcess): string[] {
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk: Buffer) => output.push(chunk.toString("utf8")));
  return output;
}

async function untilHealthy(url: string, server: ChildProcess, output: string[]): Promise<void> {
  for (const began = Date.now(); Date.now() - began < 60_000; await new Promise((resolve) => setTimeout(resolve, 50))) {
    if (server.exitCode !== null) break;
    const answer = await fetch(`${url}/api/health`).catch(() => undefined);
    if (answer?.ok) return;
  }
  throw new Error(`The app did not start:\n${output.join("")}`);
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise((resolve) => server.once("exit", resolve));
  server.kill("SIGTERM");
  const late = setTimeout(() => server.kill("SIGKILL"), 20_000);
  await ended;
  clearTimeout(late);
}
