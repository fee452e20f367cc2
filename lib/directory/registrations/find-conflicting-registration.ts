import { pool } from "@/lib/db/client";
import type { ConnectionScope } from "@/lib/scope";
import { foldUserName } from "./fold-user-name";

/** Who holds a userName. */
export type ConflictingRegistration = { id: string; externalId: string | null; active: boolean };

const statement = "select id, external_id, active from registration where connection_id = $1 and user_name_key = $2";

/** The registration that holds this userName, for the sentence of a 409. */
export async function findConflictingRegistration(scope: ConnectionScope, userName: string): Promise<ConflictingRegistration | null> {
  const { rows } = await pool().query<{ id: string; external_id: string | null; active: boolean }>({
    name: "find-conflicting-registration",
    text: statement,
    values: [scope.connectionId, foldUserName(userName)],
  });
  return rows[0] ? { id: rows[0].id, externalId: rows[0].external_id, active: rows[0].active } : null;
}
