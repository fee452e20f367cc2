import type pg from "pg";
import { uuidv7 } from "uuidv7";
import { pool } from "@/lib/db/client";
import type { InstallationScope } from "@/lib/scope";

const INSERT = `INSERT INTO installation (key, value) VALUES ('project_id', to_jsonb($1::text)) ON CONFLICT (key) DO NOTHING`;
const SELECT = `SELECT value #>> '{}' AS id FROM installation WHERE key = 'project_id'`;

/** The project id of this installation, which Basic credentials name. Made when first asked for and the same ever after. */
export async function projectId(connection: Pick<pg.ClientBase, "query">): Promise<string> {
  await connection.query(INSERT, [`project-${uuidv7()}`]);
  const found = await connection.query<{ id: string }>(SELECT);
  const row = found.rows[0];
  if (!row) throw new Error("the project id vanished");
  return row.id;
}

/** The project id for those who administer the installation. */
export async function findProjectId(_scope: InstallationScope): Promise<string> {
  return projectId(pool());
}
