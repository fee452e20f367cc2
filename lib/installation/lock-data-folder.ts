import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Who uses a data folder: the server, or a command that started the database for its own short life. */
export type Holder = {
  pid: number;
  /** When the process began, where the system tells: process ids come round again, in containers at once. */
  began: string | null;
  kind: "server" | "command";
  /** The server's public URL. */
  url: string;
  /** Null until the database is ready. */
  databaseUrl: string | null;
};

export type DataFolderLock = { announce: (databaseUrl: string) => void; release: () => void };

/**
 * Takes the data folder for this process. Returns the holder instead when another live process has it; what a killed
 * process left is cleared.
 */
export function lockDataFolder(folder: string, wanted: Pick<Holder, "kind" | "url">): DataFolderLock | Holder {
  mkdirSync(folder, { recursive: true });
  const file = lockFile(folder);
  const own: Holder = { ...wanted, pid: process.pid, began: beganAt(process.pid), databaseUrl: null };
  const draft = `${file}.${process.pid}`;
  const write = (holder: Holder): void => writeFileSync(draft, JSON.stringify(holder), { mode: 0o600 });
  write(own);
  try {
    const holder = takeFile(draft, file);
    if (holder) return holder;
  } finally {
    rmSync(draft, { force: true });
  }
  const announce = (databaseUrl: string): void => {
    write({ ...own, databaseUrl });
    renameSync(draft, file);
  };
  return { announce, release: () => rmSync(file, { force: true }) };
}

/** The live process that holds the folder. */
export function findHolder(folder: string): Holder | undefined {
  const file = lockFile(folder);
  if (!existsSync(file)) return undefined;
  try {
    const holder = JSON.parse(readFileSync(file, "utf8")) as Holder;
    return isLive(holder) ? holder : undefined;
  } catch {
    return undefined;
  }
}

function takeFile(draft: string, file: string): Holder | undefined {
  for (;;) {
    try {
      // A link is made or it is not: of two starts at once, one wins.
      linkSync(draft, file);
      return undefined;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      const holder = findHolder(path.dirname(file));
      if (holder) return holder;
      rmSync(file, { force: true });
    }
  }
}

function isLive({ pid, began }: Holder): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
  return began === beganAt(pid);
}

/** Field 22 of /proc/<pid>/stat, counted after the name, which may contain anything but ends with the last parenthesis. */
function beganAt(pid: number): string | null {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return null;
  const stat = readFileSync(file, "utf8");
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null;
}

function lockFile(folder: string): string {
  return path.join(folder, "running.json");
}
