import type { Transaction } from "@/lib/db/transaction";
import type { ConnectionScope } from "@/lib/scope";
import { groupColumns, readGroupRow, type GroupRow, type StoredGroup } from "./stored-group";
import { ofConnection } from "../registrations/registration-columns";

const statement = `select ${groupColumns} from idp_group g where g.id = $2 and ${ofConnection("g", "$1")} for no key update`;

/** The group without its members, held until the transaction ends. */
export async function lockGroup(tx: Transaction, scope: ConnectionScope, id: string): Promise<StoredGroup | null> {
  const { rows } = await tx.query<GroupRow>({ name: "lock-group", text: statement, values: [scope.connectionId, id] });
  return rows[0] ? readGroupRow(rows[0]) : null;
}
