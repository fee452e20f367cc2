import { defineConfig } from "prisma/config";

// `generate`, `validate` and `format` need no schema engine, but Prisma looks for its binary even so.
// Naming any executable spares the download; `prisma migrate` keeps the real one.
const offline = ["generate", "validate", "format"].some((command) => process.argv.includes(command));
if (offline) process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env.DATABASE_URL ?? "" },
});
