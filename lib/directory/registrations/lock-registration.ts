import type { Transaction } from "@/lib/db/transaction";
import type { ConnectionScope } from "@/lib/scope";
import { readRegistrationRow, type RegistrationRow, type StoredRegistration } from "./registration";
import { ofConnection, registrationColumns } from "./registration-columns";

const statement = `select ${registrationColumns} from registration r join member m on m.id = r.member_id where r.id = $2 and ${ofConnection("r", "$1")} for no key update of r, m`;

/** The registration and its member, held until the transaction ends: for the writer who lost too many races. */
export async function lockRegistration(tx: Transaction, scope: ConnectionScope, id: string): Promise<StoredRegistration | null> {
  const { rows } = await tx.query<RegistrationRow>({ name: "lock-registration", text: statement, values: [scope.connectionId, id] });
  return rows[0] ? readRegistrationRow(rows[0]) : null;
}
