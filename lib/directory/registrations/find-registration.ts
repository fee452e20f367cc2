import { type ReadAhead, readRows, type Statement } from "@/lib/db/read-ahead";
import type { ConnectionScope } from "@/lib/scope";
import { readRegistrationRow, type RegistrationRow, type StoredRegistration } from "./registration";
import { ofConnection, registrationColumns, registrationGroups } from "./registration-columns";

// The partial index of held departures is empty but for days that somebody remembers.
const held = "exists (select 1 from departure d where d.registration_id = r.id and d.state = 'held') as held";
const withGroups = `select ${registrationColumns}, ${held}, ${registrationGroups} from registration r where r.id = $2 and ${ofConnection("r", "$1")}`;
const withoutGroups = `select ${registrationColumns} from registration r where r.id = $2 and ${ofConnection("r", "$1")}`;

/** The registration with this id (a uuid) in the connection, or null. */
export async function findRegistration(scope: ConnectionScope, id: string, options: { groups: boolean; ahead?: ReadAhead | null }): Promise<StoredRegistration | null> {
  const [row] = await readRows<RegistrationRow>(registrationStatement(scope.connectionId, id, options.groups), options.ahead);
  return row ? readRegistrationRow(row) : null;
}

/** How it is read. */
export function registrationStatement(connectionId: string, id: string, groups: boolean): Statement {
  return groups
    ? { name: "find-registration-with-groups", text: withGroups, values: [connectionId, id], quick: true, valueTypes: ["uuid", "uuid"] }
    : { name: "find-registration", text: withoutGroups, values: [connectionId, id], quick: true, valueTypes: ["uuid", "uuid"] };
}
