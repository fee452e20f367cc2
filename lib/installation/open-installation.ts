import path from "node:path";
import { closeDatabase } from "@/lib/db/client";
import { startEmbedded } from "@/lib/db/embedded";
import { migrate, type MigrationReport } from "@/lib/db/migrate";
import { completeEnv, env } from "@/lib/env";
import { type DataFolderLock, findHolder, type Holder, lockDataFolder } from "./lock-data-folder";
import { readSecrets } from "./read-secrets";

export type Installation = {
  /** Where the data is, in words for the terminal. */
  place: string;
  migrations: MigrationReport;
  /** Closes the connections, then stops the database if this process started it. */
  close: () => Promise<void>;
};

/** Another process has the data folder. */
export class AlreadyRunning extends Error {
  constructor(readonly holder: Holder) {
    const stop = `stop it with Ctrl-C in its terminal or with: kill ${holder.pid}`;
    super(
      holder.kind === "server"
        ? `Rollcall is already running at ${holder.url} (process ${holder.pid}); ${stop}`
        : `A rollcall command is using the data folder (process ${holder.pid}); try again when it has finished`,
    );
  }
}

/**
 * Takes the data folder, starts the built-in database when DATABASE_URL names no other, migrates, and completes the
 * environment. For the server; throws AlreadyRunning when another one has the folder.
 */
export async function openInstallation(): Promise<Installation> {
  const folder = dataFolder();
  const lock = await waitForCommand(folder);
  try {
    return await open(folder, lock);
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** The same for one command: uses the running server's database, and starts one only when there is none. */
export async function openForCommand(): Promise<Installation> {
  const folder = dataFolder();
  const server = await findServer(folder);
  if (server) completeEnv({ ROLLCALL_URL: server.url });
  const databaseUrl = env().databaseUrl ?? server?.databaseUrl;
  if (databaseUrl) return connect(folder, databaseUrl);
  return open(folder, await waitForCommand(folder, "command"));
}

async function connect(folder: string, databaseUrl: string): Promise<Installation> {
  completeEnv({ ...readSecrets(folder), DATABASE_URL: databaseUrl });
  const migrations = await migrate(env().databaseDirectUrl ?? databaseUrl);
  return { place: describe(databaseUrl), migrations, close: closeDatabase };
}

async function open(folder: string, lock: DataFolderLock): Promise<Installation> {
  const given = env().databaseUrl;
  const embedded = given === undefined ? await startEmbedded({ folder }) : undefined;
  const close = async (): Promise<void> => {
    await closeDatabase();
    await embedded?.stop();
    lock.release();
  };
  try {
    const databaseUrl = embedded?.url ?? given ?? "";
    const installation = await connect(folder, databaseUrl);
    lock.announce(databaseUrl);
    const place = embedded ? `${path.dirname(embedded.dataFolder)} (built-in PostgreSQL)` : installation.place;
    return { ...installation, place, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A command holds the folder for seconds: worth waiting for. A server holds it until it is stopped. */
async function waitForCommand(folder: string, kind: Holder["kind"] = "server"): Promise<DataFolderLock> {
  for (let waited = 0; ; waited += 100) {
    const taken = lockDataFolder(folder, { kind, url: env().publicUrl });
    if ("release" in taken) return taken;
    if (taken.kind === "server" || waited > 60_000) throw new AlreadyRunning(taken);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** A server that is just starting has no database yet. */
async function findServer(folder: string): Promise<Holder | undefined> {
  for (let waited = 0; ; waited += 100) {
    const holder = findHolder(folder);
    if (holder?.kind !== "server") return undefined;
    if (holder.databaseUrl || waited > 60_000) return holder;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function dataFolder(): string {
  return path.resolve(env().dataDir);
}

function describe(databaseUrl: string): string {
  const { host, pathname } = new URL(databaseUrl);
  return `PostgreSQL at ${host}${pathname}`;
}
