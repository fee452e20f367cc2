import type pg from "pg";
import { uuidv7 } from "uuidv7";
import { pool } from "@/lib/db/client";
import type { InstallationScope } from "@/lib/scope";

const INSERT = `INSERT INTO installation (key, value) VALUES ('project_id', to_jsonb($1::text)) ON CONFLICT (key) DO NOTHING`;
const SELECT = `SELECT value #>> '{}' AS id FROM installation WHERE key = 'project_id'`;

/** The project id of this installation, which Basic credentials name. Made when first asked for and the same ever after. */
export async function projectId(connection: Pick<pg.ClientBase, "query">): Promise<string> {
  return (await readProjectId(connection)) ?? makeProjectId(connection);
}

async function readProjectId(connection: Pick<pg.ClientBase, "query">): Promise<string | undefined> {
  return (await connection.query<{ id: string }>({ name: "read-project-id", text: SELECT })).rows[0]?.id;
}

/** Of several at once one is kept. */
async function makeProjectId(connection: Pick<pg.ClientBase, "query">): Promise<string> {
  await connection.query(INSERT, [`project-${uuidv7()}`]);
  const id = await readProjectId(connection);
  if (id === undefined) throw new Error("the project id vanished");
  return id;
}

/** The project id for those who administer the installation. */
export async function findProjectId(_scope: InstallationScope): Promise<string> {
  return projectId(pool());
}

/** Whether an address names this installation's project. */
export async function isProjectId(text: string): Promise<boolean> {
  return text === (await projectId(pool()));
}
