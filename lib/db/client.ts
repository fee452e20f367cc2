import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { env } from "@/lib/env";
import { PrismaClient } from "./generated/client";
import { heldPool } from "./held-pool";
import { closeLanes } from "./lanes";
import { surviveLosses } from "./survive-losses";
import { closePlannedPools, type PlannedWork, plannedPool } from "./planned-pools";

type Shared = { pool?: pg.Pool; prisma?: PrismaClient };

// The server file and Next's bundles are two module graphs in one process: what must exist once lives on globalThis.
const shared = ((globalThis as { rollcallDatabase?: Shared }).rollcallDatabase ??= {});

/** The one connection pool of the process; inside `runInOneTransaction` a stand-in whose queries all go to that transaction. */
export function pool(): pg.Pool {
  return heldPool() ?? (shared.pool ??= openPool());
}

/** The connections that keep the plans of statements which one index alone can serve (decision 042); inside `runInOneTransaction`, and where statements have no names, those of `pool`. */
export function poolFor(work: PlannedWork): pg.Pool {
  return heldPool() || !env().preparedStatements ? pool() : plannedPool(work);
}

/** Prisma on that same pool, for ordinary reads and writes. */
export function prisma(): PrismaClient {
  return (shared.prisma ??= new PrismaClient({ adapter: new PrismaPg(pool()) }));
}

/** Closes Prisma and the pool; the process may then end. */
export async function closeDatabase(): Promise<void> {
  const { prisma: client, pool: open } = shared;
  delete shared.prisma;
  delete shared.pool;
  // From here on a connection that ends is no loss: the database may stop before its last one is closed.
  open?.removeAllListeners("error").on("error", () => undefined);
  await closeLanes();
  await closePlannedPools();
  await client?.$disconnect();
  if (open && !open.ended) await open.end();
}

function openPool(): pg.Pool {
  const { databaseUrl, databasePoolSize, preparedStatements } = env();
  return surviveLosses(new pg.Pool({
    connectionString: databaseUrl,
    max: databasePoolSize,
    application_name: "rollcall",
    ...(preparedStatements ? {} : { Client: UnpreparedClient }),
  }));
}

type Query = (...input: unknown[]) => unknown;

/** For poolers that give each transaction another connection and do not carry prepared statements along: sends every statement without its name. */
class UnpreparedClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    const send = this.query.bind(this) as Query;
    this.query = ((statement: unknown, ...rest: unknown[]) => send(withoutName(statement), ...rest)) as typeof this.query;
  }
}

function withoutName(statement: unknown): unknown {
  if (typeof statement !== "object" || statement === null || !("name" in statement)) return statement;
  const { name: _name, ...plain } = statement;
  return plain;
}
