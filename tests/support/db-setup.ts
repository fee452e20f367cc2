import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, inject } from "vitest";
import { closeDatabase } from "@/lib/db/client";

// Once a test file: its own copy of the migrated template. `pool()` and `prisma()` use it through DATABASE_URL.
const name = `test_${randomBytes(6).toString("hex")}`;
const admin = async (statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: inject("clusterUrl") });
  await client.connect();
  await client.query(statement);
  await client.end();
};

await admin(`CREATE DATABASE ${name} TEMPLATE rollcall_template STRATEGY FILE_COPY`);
const url = new URL(inject("clusterUrl"));
url.pathname = `/${name}`;
process.env.DATABASE_URL = url.href;
process.env.LOG_LEVEL ??= "silent";
process.env.ROLLCALL_ENCRYPTION_KEY ??= "5e".repeat(32);
process.env.NEXTAUTH_SECRET ??= "signs-the-sessions-of-tests-and-nothing-else";

afterAll(async () => {
  await closeDatabase();
  await admin(`DROP DATABASE ${name} WITH (FORCE)`);
});
