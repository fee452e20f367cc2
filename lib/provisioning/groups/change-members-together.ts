import { poolFor } from "@/lib/db/client";
import { type Joint, takeTurnsTogether } from "@/lib/db/take-turns";
import { changeGroupMembers, type ChangedMembership, isPlain, type MembershipChange } from "@/lib/directory/groups/change-group-members";
import { changePlainMembers } from "@/lib/directory/groups/change-plain-members";
import type { ConnectionScope } from "@/lib/scope";

/** A membership change of one call. */
type Entry = { scope: ConnectionScope; groupId: string; change: MembershipChange };

/** No statement becomes longer for being shared. */
const mostPeople = 500;

/**
 * Changes who is in a group, as `changeGroupMembers` does. Calls that came for one group while another one was under way, and name different people, become
 * one statement and one commit; each has its own events, its own version and its own answer. What cannot be done so is done call by call, in their order.
 */
export function changeMembersTogether(scope: ConnectionScope, groupId: string, change: MembershipChange): Promise<ChangedMembership | null> {
  return takeTurnsTogether<Entry, ChangedMembership | null>(lineOf(scope, groupId), { scope, groupId, change }, joint);
}

/** The line of those who change a group. */
export function lineOf({ connectionId }: ConnectionScope, groupId: string): string {
  return `group:${connectionId}:${groupId.toLowerCase()}`;
}

const joint: Joint<Entry, ChangedMembership | null> = {
  fits: (taken, next) => {
    const named = new Set(taken.flatMap(({ change }) => [...change.add, ...change.remove]));
    const people = [...next.change.add, ...next.change.remove];
    return [...taken, next].every(({ change }) => isPlain(change)) && named.size + people.length <= mostPeople && !people.some((id) => named.has(id));
  },
  work: async (entries) => (await workTogether(entries)) ?? workAlone(entries),
};

/** Null: nothing was done. */
async function workTogether(entries: readonly Entry[]): Promise<PromiseSettledResult<ChangedMembership | null>[] | null> {
  const [first, ...others] = entries.map(({ scope, change }) => ({ scope, add: change.add, remove: change.remove }));
  if (!first || others.length === 0) return null;
  try {
    const results = await changePlainMembers(entries[0]?.groupId ?? "", [first, ...others], { fresh: false, on: poolFor("memberships") });
    if (!Array.isArray(results)) return null;
    return results.map((each) => ({ status: "fulfilled", value: { ...each, known: null, groups: [], nests: false, strangers: false } }));
  } catch {
    // Whose change it was that failed shows when each is done by itself.
    return null;
  }
}

async function workAlone(entries: readonly Entry[]): Promise<PromiseSettledResult<ChangedMembership | null>[]> {
  const results: PromiseSettledResult<ChangedMembership | null>[] = [];
  for (const { scope, groupId, change } of entries) results.push(...(await Promise.allSettled([changeGroupMembers(scope, groupId, change)])));
  return results;
}
