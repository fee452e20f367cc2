import { pool } from "@/lib/db/client";
import type { ConnectionScope } from "@/lib/scope";
import { readRegistrationRow, type RegistrationRow, type StoredRegistration } from "./registration";
import { registrationColumns, registrationGroups } from "./registration-columns";

// The partial index of held departures is empty but for days that somebody remembers.
const held = "exists (select 1 from departure d where d.registration_id = r.id and d.state = 'held') as held";
const withGroups = `select ${registrationColumns}, ${held}, ${registrationGroups} from registration r where r.connection_id = $1 and r.id = $2`;
const withoutGroups = `select ${registrationColumns} from registration r where r.connection_id = $1 and r.id = $2`;

/** The registration with this id (a uuid) in the connection, or null. */
export async function findRegistration(scope: ConnectionScope, id: string, options: { groups: boolean }): Promise<StoredRegistration | null> {
  const { rows } = await pool().query<RegistrationRow>({
    name: options.groups ? "find-registration-with-groups" : "find-registration",
    text: options.groups ? withGroups : withoutGroups,
    values: [scope.connectionId, id],
  });
  return rows[0] ? readRegistrationRow(rows[0]) : null;
}
