import type { Transaction } from "@/lib/db/transaction";
import { findStoredGroup } from "@/lib/directory/groups/find-stored-group";
import { evaluateValueFilter } from "@/lib/scim/filter/evaluate-filter";
import type { MemberChange } from "@/lib/scim/patch/plan-group-patch";
import type { ConnectionScope } from "@/lib/scope";

/** Turns `members[display eq "…"]` into the ids it means, within the transaction that holds the group. */
export async function resolveMemberChanges(
  tx: Transaction,
  scope: ConnectionScope,
  groupId: string,
  changes: readonly MemberChange[],
): Promise<Exclude<MemberChange, { kind: "removeWhere" }>[]> {
  if (changes.every((each) => each.kind !== "removeWhere")) return changes as Exclude<MemberChange, { kind: "removeWhere" }>[];
  const members = (await findStoredGroup(scope, groupId, { members: "all" }, tx))?.members ?? [];
  return changes.map((change) => {
    if (change.kind !== "removeWhere") return change;
    const meant = members.filter((member) =>
      evaluateValueFilter(change.filter, { value: member.id, display: member.display, type: member.type, $ref: `${scope.baseUrl}/${member.type}s/${member.id}` }),
    );
    return { kind: "remove" as const, ids: meant.map((member) => member.id) };
  });
}
