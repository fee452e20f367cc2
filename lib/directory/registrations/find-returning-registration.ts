import { pool } from "@/lib/db/client";
import type { ConnectionScope } from "@/lib/scope";
import { readRegistrationRow, type RegistrationRow, type StoredRegistration } from "./registration";
import { hasExternalId, registrationColumns } from "./registration-columns";
import { foldUserName } from "./fold-user-name";

// Of several that left under one external id, the one with the same userName, else the last to leave.
const statement = `
  select ${registrationColumns} from registration r
  where ${hasExternalId("r", "$1", "$2")} and (not r.active or r.kept_active)
  order by r.user_name_key = $3 desc, r.updated_at desc limit 1`;

/** The inactive registration of a person who comes back under the same external id, or null. */
export async function findReturningRegistration(scope: ConnectionScope, externalId: string, userName: string): Promise<StoredRegistration | null> {
  const { rows } = await pool().query<RegistrationRow>({
    name: "find-returning-registration",
    text: statement,
    values: [scope.connectionId, externalId, foldUserName(userName)],
  });
  return rows[0] ? readRegistrationRow(rows[0]) : null;
}
