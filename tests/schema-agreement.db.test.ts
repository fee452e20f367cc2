import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import type { SchemaEngine } from "@prisma/schema-engine-wasm";
import pg from "pg";
import { expect, it } from "vitest";
import { pool } from "@/lib/db/client";

type Bindings = { __wbg_set_wasm: (exports: WebAssembly.Exports) => void; SchemaEngine: typeof SchemaEngine };

/** What the migrations add and Prisma's schema language cannot say: NULLS NOT DISTINCT. Partial indexes it leaves alone. */
const OURS = ["role_name"];

/** Prisma takes a column that an index only holds (INCLUDE) for one of its key. */
const COVERING = [
  {
    name: "registration_id_connection_id_key",
    asPrisma: 'CREATE UNIQUE INDEX "registration_id_connection_id_key" ON "registration"("id", "connection_id");',
    definition: "CREATE UNIQUE INDEX registration_id_connection_id_key ON public.registration USING btree (id, connection_id) INCLUDE (member_id)",
  },
];

/** Prisma's own schema engine in its WebAssembly build: the native one would have to be downloaded. */
async function loadEngine(): Promise<Bindings> {
  const require = createRequire(import.meta.url);
  const folder = path.dirname(require.resolve("@prisma/schema-engine-wasm"));
  const bindings = (await import(path.join(folder, "schema_engine_bg.js"))) as Bindings;
  const wasm = new WebAssembly.Module(readFileSync(path.join(folder, "schema_engine_bg.wasm")));
  const { exports } = new WebAssembly.Instance(wasm, { "./schema_engine_bg.js": bindings as unknown as WebAssembly.ModuleImports });
  bindings.__wbg_set_wasm(exports);
  (exports.__wbindgen_start as () => void)();
  return bindings;
}

/** PostgreSQL's one-byte "char" (type 18) is unknown to Prisma's adapter: it gets it as text, and the engine as a character. */
function connect(): PrismaPg {
  const client = new pg.Pool({ connectionString: process.env.DATABASE_URL ?? "", max: 1 });
  const query = client.query.bind(client) as (request: unknown) => Promise<pg.QueryArrayResult>;
  let characters: boolean[] = [];
  const shown = async (request: unknown): Promise<pg.QueryArrayResult> => {
    const result = await query(request);
    characters = result.fields.map((field) => field.dataTypeID === 18);
    for (const field of result.fields) if (field.dataTypeID === 18) field.dataTypeID = 25;
    return result;
  };
  const factory = new PrismaPg(Object.assign(client, { query: shown }), { disposeExternalPool: true });
  const open = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await open();
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (request) => {
      const result = await queryRaw(request);
      const columnTypes = result.columnTypes.map((type, column) => (characters[column] ? ColumnTypeEnum.Character : type));
      return { ...result, columnTypes, rows: result.rows.map((row) => row.map((value, column) => (characters[column] && value === "" ? "\0" : value))) };
    };
    return adapter;
  };
  return factory;
}

it("the migrations make the database that the Prisma schema describes", async () => {
  const { SchemaEngine } = await loadEngine();
  const schema = { path: "schema.prisma", content: readFileSync("prisma/schema.prisma", "utf8") };
  const adapter = bindMigrationAwareSqlAdapterFactory(connect());
  const engine = await SchemaEngine.new({ datamodels: [[schema.path, schema.content]] }, () => undefined, adapter);
  const { stdout } = await engine.diff({
    from: { tag: "schemaDatasource", files: [schema], configDir: process.cwd() },
    to: { tag: "schemaDatamodel", files: [schema] },
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  const statements = (stdout ?? "").split("\n").filter((line) => line.trim() !== "" && !line.startsWith("--"));
  const theirs = statements.filter((line) => !OURS.some((name) => line === `DROP INDEX "${name}";`));
  expect(theirs.filter((line) => !COVERING.some(({ name, asPrisma }) => line === `DROP INDEX "${name}";` || line === asPrisma))).toEqual([]);
});

it.each(COVERING)("$name is unique by the columns that the Prisma schema says, and holds one more", async ({ name, definition }) => {
  const { rows } = await pool().query<{ definition: string }>("SELECT pg_get_indexdef($1::regclass) AS definition", [name]);
  expect(rows).toEqual([{ definition }]);
});
