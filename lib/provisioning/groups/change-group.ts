import { takeTurns } from "@/lib/db/take-turns";
import { isDeepStrictEqual } from "node:util";
import type { Transaction } from "@/lib/db/transaction";
import { changeGroupMembers } from "@/lib/directory/groups/change-group-members";
import { findStoredGroup } from "@/lib/directory/groups/find-stored-group";
import { lockGroup } from "@/lib/directory/groups/lock-group";
import { nestGroups } from "@/lib/directory/groups/nest-groups";
import type { StoredGroup } from "@/lib/directory/groups/stored-group";
import { updateGroup } from "@/lib/directory/groups/update-group";
import { type HeldRoleGraph, withRoleGraph } from "@/lib/directory/roles/with-role-graph";
import { invalidValue, type ScimError } from "@/lib/scim/errors";
import type { MemberChange } from "@/lib/scim/patch/plan-group-patch";
import { createQuirkLog, noteAgain, silentQuirkLog, type QuirkLog } from "@/lib/scim/quirks/quirk-log";
import type { Resource } from "@/lib/scim/resource/resource";
import { checkPreconditions } from "../check-preconditions";
import { isUuid, type ScimCall, type ScimFact } from "../scim-call";
import { changeMembersTogether, lineOf } from "./change-members-together";
import { describeGroup } from "./describe-group";
import { groupNameTaken, noSuchGroup } from "./group-errors";
import { type AskedMembership, reduceMemberChanges } from "./reduce-member-changes";
import { resolveMemberChanges } from "./resolve-member-changes";

/** What shall become of a group: of its own attributes (null: nothing) and of its membership, in order. */
export type GroupChange = { attributes: ((stored: Resource, quirks: QuirkLog) => Resource) | null; members: readonly MemberChange[] };

/** The group's version after the change, and what that did. */
export type ChangedGroup = { id: string; version: number; facts: ScimFact[] };

/**
 * Changes a group. The daily case, a membership change alone, is one statement that reads no other member; attributes and
 * membership together share a transaction that holds the group's row. No change: no event, same version.
 */
export async function changeGroup(call: ScimCall, change: GroupChange): Promise<ChangedGroup> {
  if (!isUuid(call.id)) throw noSuchGroup(call);
  const conditional = call.headers["if-match"] !== undefined || call.headers["if-none-match"] !== undefined;
  const simple = change.members.every((each) => each.kind !== "removeWhere");
  if (!conditional && simple && !(await changesAttributes(call, change))) {
    const changed = await changeMembersAlone(call, reduceMemberChanges(change.members as Parameters<typeof reduceMemberChanges>[0]));
    if (changed) return changed;
  }
  return takeTurns(lineOf(call.scope, call.id), () => changeInTransaction(call, change));
}

/** What an attempt repaired counts once, also where a second one followed. */
async function changeInTransaction(call: ScimCall, change: GroupChange): Promise<ChangedGroup> {
  let quirks = createQuirkLog();
  try {
    return await withRoleGraph(call.scope.organizationId, (tx, graph) => {
      quirks = createQuirkLog();
      return changeHeldGroup(tx, graph, { ...call, quirks }, change);
    });
  } finally {
    noteAgain(call.quirks, quirks.entries());
  }
}

/** Okta repeats the name with each membership change: then there is nothing to write. */
async function changesAttributes(call: ScimCall, change: GroupChange): Promise<boolean> {
  if (!change.attributes) return false;
  const stored = await findStoredGroup(call.scope, call.id, { members: "none" });
  if (!stored) throw noSuchGroup(call);
  return !isDeepStrictEqual(change.attributes(stored.attributes, silentQuirkLog), stored.attributes);
}

/** Null: there are groups among those who come or leave, which takes a transaction. */
async function changeMembersAlone(call: ScimCall, change: AskedMembership): Promise<ChangedGroup | null> {
  const changed = await changeMembersTogether(call.scope, call.id, { ...change, known: demandsSomebody(change) });
  if (!changed) throw noSuchGroup(call);
  if (changed.nests) return null;
  if (changed.strangers) throw nobodyKnown(call, change);
  noteUnknown(call, change, changed.known, []);
  return { id: call.id.toLowerCase(), version: changed.version, facts: changed.added > 0 ? ["membership_added"] : [] };
}

async function changeHeldGroup(tx: Transaction, graph: HeldRoleGraph, call: ScimCall, change: GroupChange): Promise<ChangedGroup> {
  const held = await lockGroup(tx, call.scope, call.id);
  if (!held) throw noSuchGroup(call);
  checkPreconditions(call, held.version);
  const version = await changeAttributes(tx, graph, call, held, change);
  if (change.members.length === 0) return { id: held.id, version, facts: [] };
  const asked = reduceMemberChanges(await resolveMemberChanges(tx, call.scope, held.id, change.members));
  return changeMembers(tx, graph, call, held.id, asked, { alsoElse: version !== held.version && !asked.reset });
}

async function changeAttributes(tx: Transaction, graph: HeldRoleGraph, call: ScimCall, held: StoredGroup, change: GroupChange): Promise<number> {
  const next = change.attributes?.(held.attributes, call.quirks) ?? held.attributes;
  if (isDeepStrictEqual(next, held.attributes)) return held.version;
  // A new name may be one for which a role mapping waits.
  if (describeGroup(next).displayName.toLowerCase() !== describeGroup(held.attributes).displayName.toLowerCase()) graph.need();
  const updated = await updateGroup(call.scope, held, describeGroup(next), tx);
  if (updated.outcome === "taken") throw groupNameTaken(String(next.displayName));
  if (updated.outcome === "stale") throw new Error("a group changed although its row was held");
  return updated.version;
}

/** Changes the membership of a group whose row the transaction holds, nested groups included. `fresh`: it is being created; `alsoElse`: the call does something else besides. */
export async function changeMembers(
  tx: Transaction,
  graph: HeldRoleGraph,
  call: ScimCall,
  groupId: string,
  change: AskedMembership,
  { fresh = false, alsoElse = false } = {},
): Promise<ChangedGroup> {
  const changed = await changeGroupMembers(call.scope, groupId, { ...change, known: !alsoElse && demandsSomebody(change) }, { alone: graph.alone, fresh, on: tx });
  if (!changed) throw noSuchGroup(call);
  if (changed.nests) graph.need();
  if (changed.strangers) throw nobodyKnown(call, change);
  noteUnknown(call, change, changed.known, changed.groups);
  const facts: ScimFact[] = changed.added > 0 ? ["membership_added"] : [];
  if (changed.groups.length === 0) return { id: groupId, version: changed.version, facts };
  const nested = await nestGroups(tx, call.scope, groupId, changed.groups, { fresh });
  if (nested.outcome === "cycle") throw invalidValue("A group cannot be a member of itself, neither directly nor through other groups.");
  return { id: groupId, version: nested.version ?? changed.version, facts };
}

/** Where people are to come and nobody of them is known, there is nothing to be applied, or only the emptying that nobody wants: that is no success. */
function demandsSomebody({ reset, add, remove, unknown }: AskedMembership): boolean {
  return add.length + unknown.length > 0 && (reset || remove.length === 0);
}

function nobodyKnown(call: ScimCall, change: AskedMembership): ScimError {
  const ids = [...change.add, ...change.unknown];
  for (const id of ids) call.quirks.note("unknown_member", id.slice(0, 64));
  return invalidValue(`None of the members to be added exists on this connection, so nothing was changed: ${ids.slice(0, 3).map((id) => `"${id.slice(0, 64)}"`).join(", ")}${ids.length > 3 ? ", …" : ""}. A member's "value" is the "id" of a user or group here; provision them first.`);
}

/** One unknown id must not lose the others (tolerance 13); ids of another tenant are unknown ids. */
function noteUnknown(call: ScimCall, change: AskedMembership, known: string[] | null, groups: string[]): void {
  for (const id of change.unknown) call.quirks.note("unknown_member", id.slice(0, 64));
  if (known === null) return;
  const somebody = new Set([...known, ...groups]);
  for (const id of change.add) if (!somebody.has(id)) call.quirks.note("unknown_member", id);
}
