import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

export type DatabaseAccount = { uid: number; gid: number };

/**
 * PostgreSQL refuses to run as root. Returns the account it runs as instead, or undefined when we are not root: the owner of
 * an existing data folder, else `postgres`, else `rollcall` (made when it can be), else `nobody`.
 */
export function findDatabaseAccount(dataFolder: string): DatabaseAccount | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owner = ownerOf(dataFolder);
  if (owner) return owner;
  const account = lookUp("postgres") ?? lookUp("rollcall") ?? createAccount() ?? lookUp("nobody");
  if (!account) throw new Error("PostgreSQL does not run as root, and this machine has no other account. Start Rollcall as a normal user.");
  return account;
}

/** Whether that account may enter every folder on the way to `target` and read what is there. */
export function mayReach(account: DatabaseAccount | undefined, target: string): boolean {
  if (!account) return true;
  for (let folder = path.resolve(target); ; folder = path.dirname(folder)) {
    if (existsSync(folder) && !mayEnter(account, folder)) return false;
    if (folder === path.dirname(folder)) return true;
  }
}

function mayEnter(account: DatabaseAccount, file: string): boolean {
  const { uid, gid, mode } = statSync(file);
  const shift = uid === account.uid ? 6 : gid === account.gid ? 3 : 0;
  return ((mode >> shift) & 1) === 1;
}

function ownerOf(folder: string): DatabaseAccount | undefined {
  if (!existsSync(path.join(folder, "PG_VERSION"))) return undefined;
  const { uid, gid } = statSync(folder);
  return uid === 0 ? undefined : { uid, gid };
}

function lookUp(name: string): DatabaseAccount | undefined {
  if (!existsSync("/etc/passwd")) return undefined;
  const line = readFileSync("/etc/passwd", "utf8").split("\n").find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(":") ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

function createAccount(): DatabaseAccount | undefined {
  const options = ["--system", "--user-group", "--no-create-home", "--home-dir", "/nonexistent", "--shell", "/usr/sbin/nologin", "rollcall"];
  try {
    execFileSync("useradd", options, { stdio: "ignore" });
  } catch {
    return undefined;
  }
  return lookUp("rollcall");
}
