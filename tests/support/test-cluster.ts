import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startEmbedded, type EmbeddedDatabase } from "@/lib/db/embedded";

const PREFIX = "rollcall-test-";

/** A PostgreSQL of this test run, in a temporary folder that goes with it. */
export async function startTestCluster(): Promise<EmbeddedDatabase> {
  clearAbandoned();
  const folder = mkdtempSync(path.join(tmpdir(), `${PREFIX}${process.pid}-`));
  // PostgreSQL may have to run as another account (tests as root): it must be able to enter.
  chmodSync(folder, 0o711);
  const database = await startEmbedded({ folder, durable: false });
  const stop = async (): Promise<void> => {
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { ...database, stop };
}

/** What killed test runs left: their servers and folders. */
function clearAbandoned(): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = path.join(tmpdir(), name);
    const owner = Number(name.slice(PREFIX.length).split("-")[0]);
    if (isAlive(owner)) continue;
    try {
      const pidFile = path.join(folder, "postgres/postmaster.pid");
      if (existsSync(pidFile)) process.kill(Number(readFileSync(pidFile, "utf8").split("\n")[0]), "SIGQUIT");
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // Another account's, or gone meanwhile: not ours to clear.
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
