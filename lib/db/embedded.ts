import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, chownSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { type DatabaseAccount, findDatabaseAccount, mayReach } from "./find-database-account";
import { findPostgresBinaries } from "./find-postgres-binaries";

export type EmbeddedDatabase = {
  /** Connection URL of the `rollcall` database, password included. */
  url: string;
  /** PostgreSQL's own data folder. */
  dataFolder: string;
  stop: () => Promise<void>;
};

/** Kept beside the data, readable by the owner only. */
type Installation = { id: string; password: string };

type Cluster = { dataFolder: string; logFile: string; account: DatabaseAccount | undefined; installation: Installation };

/** For a clone that only root can enter: PostgreSQL, which never runs as root, keeps its files here. */
const SHARED_FOLDER = "/var/lib/rollcall";

/**
 * Starts the PostgreSQL that comes with the npm package, with its data under `folder`; makes the cluster on the first call.
 * Listens on 127.0.0.1 only, on a free port. It does not see the terminal's Ctrl-C: `stop()` ends it. One that a killed
 * process left behind is taken over.
 *
 * `durable: false` (tests only) gives up crash safety for speed.
 */
export async function startEmbedded({ folder, durable = true }: { folder: string; durable?: boolean }): Promise<EmbeddedDatabase> {
  const cluster = openCluster(path.resolve(folder));
  const { postgres, initdb } = findPostgresBinaries(cluster.account, sharedFolder(cluster.account, folder));
  if (!existsSync(path.join(cluster.dataFolder, "PG_VERSION"))) initialize(initdb, cluster, durable);
  const left = await findRunning(cluster);
  const { pid, port } = left ?? (await launch(postgres, cluster, durable));
  await ensureDatabase(urlOf(cluster, port, "postgres"));
  await countStatements(urlOf(cluster, port, "rollcall"));
  return { url: urlOf(cluster, port, "rollcall"), dataFolder: cluster.dataFolder, stop: () => stopServer(cluster, pid) };
}

function openCluster(folder: string): Cluster {
  mkdirSync(folder, { recursive: true });
  const installation = readInstallation(path.join(folder, "postgres.json"));
  const beside = path.join(folder, "postgres");
  const account = findDatabaseAccount(beside);
  const dataFolder = mayReach(account, folder) ? beside : path.join(SHARED_FOLDER, installation.id, "postgres");
  mkdirSync(dataFolder, { recursive: true });
  chmodSync(dataFolder, 0o700);
  if (account) chownSync(dataFolder, account.uid, account.gid);
  return { dataFolder, logFile: path.join(folder, "postgres.log"), account, installation };
}

function readInstallation(file: string): Installation {
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8")) as Installation;
  const installation = { id: randomBytes(6).toString("hex"), password: randomBytes(24).toString("hex") };
  writeFileSync(file, JSON.stringify(installation), { mode: 0o600 });
  return installation;
}

function sharedFolder(account: DatabaseAccount | undefined, folder: string): string {
  return account ? SHARED_FOLDER : path.resolve(folder);
}

/** The server inherits no environment. (Next's types make NODE_ENV obligatory in a literal.) */
const nothing = {} as NodeJS.ProcessEnv;

function initialize(initdb: string, { dataFolder, account, installation }: Cluster, durable: boolean): void {
  const passwordFile = path.join(tmpdir(), `rollcall-${randomBytes(8).toString("hex")}`);
  writeFileSync(passwordFile, installation.password, { mode: 0o600, flag: "wx" });
  if (account) chownSync(passwordFile, account.uid, account.gid);
  const options = ["-D", dataFolder, "-U", "rollcall", "--auth=scram-sha-256", `--pwfile=${passwordFile}`, "--encoding=UTF8"];
  // The built-in C.UTF-8 provider: the same order and upper/lower case on every machine, whatever locales it has.
  const locale = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  const more = durable ? [] : ["--no-sync"];
  const made = spawnSync(initdb, [...options, ...locale, ...more], { ...account, cwd: dataFolder, env: nothing, encoding: "utf8" });
  rmSync(passwordFile);
  if (made.status === 0) return;
  throw new Error(`PostgreSQL could not set up ${dataFolder}: ${made.error?.message ?? made.stderr.trim()}`);
}

async function launch(postgres: string, cluster: Cluster, durable: boolean): Promise<{ pid: number; port: number }> {
  const port = await findFreePort();
  const log = openSync(cluster.logFile, "w", 0o600);
  // Detached: the terminal's Ctrl-C goes to the whole process group, and requests in flight still need the database.
  const child = spawn(postgres, ["-D", cluster.dataFolder, ...settings(port, durable), ...statementSettings(postgres)], {
    ...cluster.account,
    cwd: cluster.dataFolder,
    env: nothing,
    detached: true,
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  child.unref();
  await untilReady(child, cluster);
  return { pid: child.pid ?? 0, port };
}

function settings(port: number, durable: boolean): string[] {
  const values = {
    port,
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    jit: "off",
    log_checkpoints: "off",
    // 128 MB hold the hot part of 20 000 people; a page is written to the log whole once a checkpoint, which is most of the log of a first push.
    shared_buffers: "256MB",
    // The set of 100 000 people that a filter finds is hashed in memory, not looked up one by one (twice this is a hash table's).
    work_mem: "16MB",
    checkpoint_timeout: "15min",
    max_wal_size: "2GB",
    autovacuum_naptime: "10s",
    // Refused statements are daily business here (409), and their details are people's data: not in a log.
    log_error_verbosity: "terse",
    log_min_error_statement: "panic",
    ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: 300 }),
  };
  return Object.entries(values).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

/** Statements are counted, for the console's list of the slowest, where the package has what counts them. Not SET, CREATE and the like: those are written down with their values. */
function statementSettings(postgres: string): string[] {
  const root = path.join(path.dirname(postgres), "..", "lib");
  const there = [root, path.join(root, "postgresql")].some((folder) => ["so", "dylib", "dll"].some((ending) => existsSync(path.join(folder, `pg_stat_statements.${ending}`))));
  return there ? ["-c", "shared_preload_libraries=pg_stat_statements", "-c", "pg_stat_statements.track_utility=off"] : [];
}

async function untilReady(child: ChildProcess, cluster: Cluster): Promise<void> {
  const ended = new Promise<never>((_, reject) => {
    child.once("error", (error) => reject(new Error(`PostgreSQL does not start: ${error.message}`)));
    child.once("exit", () => reject(new Error(`PostgreSQL does not start:\n${lastLines(cluster.logFile)}`)));
  });
  const ready = async (): Promise<void> => {
    while (readPidFile(cluster.dataFolder)?.ready !== child.pid && child.exitCode === null) await pause(20);
  };
  await Promise.race([ended, ready()]);
  child.removeAllListeners();
}

/** A server of ours that outlived its parent (killed, power of the terminal lost): same folder, same password. */
async function findRunning(cluster: Cluster): Promise<{ pid: number; port: number } | undefined> {
  const file = readPidFile(cluster.dataFolder);
  const pid = file?.ready;
  if (!file || !pid || !isAlive(pid)) return undefined;
  try {
    return await withClient(urlOf(cluster, file.port, "postgres"), async (client) => {
      const { rows } = await client.query<{ data_directory: string }>("SHOW data_directory");
      return rows[0]?.data_directory === cluster.dataFolder ? { pid, port: file.port } : undefined;
    });
  } catch {
    return undefined;
  }
}

/** postmaster.pid: line 1 the process, line 4 the port, line 8 the state. */
function readPidFile(dataFolder: string): { ready: number | undefined; port: number } | undefined {
  const file = path.join(dataFolder, "postmaster.pid");
  const lines = readIfThere(file)?.split("\n");
  if (!lines) return undefined;
  return { ready: lines[7]?.trim() === "ready" ? Number(lines[0]) : undefined, port: Number(lines[3]) };
}

/** Looking first and reading then would leave a moment in which PostgreSQL removes its file. */
function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

async function ensureDatabase(url: string): Promise<void> {
  await withClient(url, async (client) => {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = 'rollcall'");
    if (rowCount === 0) await client.query("CREATE DATABASE rollcall");
  });
}

/** In a schema of its own: what the migrations make stays all there is in `public`. */
async function countStatements(url: string): Promise<void> {
  await withClient(url, async (client) => {
    const { rowCount } = await client.query("SELECT FROM pg_available_extensions WHERE name = 'pg_stat_statements' AND installed_version IS NULL");
    if (rowCount) await client.query("CREATE SCHEMA IF NOT EXISTS statistics; CREATE EXTENSION pg_stat_statements SCHEMA statistics");
  });
}

async function withClient<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** SIGINT is PostgreSQL's "fast" stop: it ends sessions and leaves clean files. */
async function stopServer({ dataFolder }: Cluster, pid: number): Promise<void> {
  // Its file goes last; the process may stay as a zombie where nobody reaps, in a container without an init.
  for (let waited = 0; isAlive(pid) && readPidFile(dataFolder); waited += 20) {
    if (waited === 0) process.kill(pid, "SIGINT");
    if (waited === 30_000) process.kill(pid, "SIGQUIT");
    await pause(20);
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function urlOf({ installation }: Cluster, port: number, database: string): string {
  return `postgresql://rollcall:${installation.password}@127.0.0.1:${port}/${database}`;
}

async function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

function lastLines(file: string): string {
  return readFileSync(file, "utf8").trim().split("\n").slice(-8).join("\n");
}

async function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
