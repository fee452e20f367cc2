import type { Transaction } from "@/lib/db/transaction";
import type { ConnectionScope } from "@/lib/scope";
import { roleGraph } from "../roles/role-graph";
import { groupColumns, readGroupRow, type GroupRow, type StoredGroup } from "./stored-group";
import { ofConnection } from "../registrations/registration-columns";

const statement = `
  with ${roleGraph("$3::uuid")}
  select ${groupColumns} from role_graph, idp_group g where g.id = $2 and ${ofConnection("g", "$1")} and role_graph.same is not null for no key update of g`;

/** The group without its members, held until the transaction ends, and before it the role graph, shared. */
export async function lockGroup(tx: Transaction, scope: ConnectionScope, id: string): Promise<StoredGroup | null> {
  const { rows } = await tx.query<GroupRow>({ name: "lock-group", text: statement, values: [scope.connectionId, id, scope.organizationId] });
  return rows[0] ? readGroupRow(rows[0]) : null;
}
