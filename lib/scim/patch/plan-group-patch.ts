import type { Filter } from "@/lib/scim/filter/filter";
import type { PatchOperation, PatchTarget } from "@/lib/scim/patch/patch-operation";
import { tooMany } from "@/lib/scim/errors";
import { maxMembers } from "@/lib/scim/resource/parse-members";
import { isObject, type JsonValue } from "@/lib/scim/resource/resource";

/** A change of a group's membership as a set operation on rows. */
export type MemberChange =
  | { readonly kind: "add" | "remove" | "replaceAll"; readonly ids: readonly string[] }
  | { readonly kind: "removeAll" }
  | { readonly kind: "removeWhere"; readonly filter: Filter };

export type GroupPatchPlan = { attributes: PatchOperation[]; members: MemberChange[] };

/**
 * Splits the operations on a group into those on its attributes and the changes of its membership, each in order. The
 * cost of a membership change must not depend on the size of the group, so it never passes through a list. Throws tooMany
 * beyond 20,000 ids in all.
 */
export function planGroupPatch(operations: readonly PatchOperation[]): GroupPatchPlan {
  const attributes = operations.filter((operation) => !isOnMembers(operation.target));
  const members = operations.flatMap((operation) => (isOnMembers(operation.target) ? planMembers(operation) : []));
  const count = members.reduce((sum, change) => sum + ("ids" in change ? change.ids.length : 0), 0);
  if (count > maxMembers) {
    throw tooMany(`The request names ${count} members; at most ${maxMembers} are accepted at once.`);
  }
  return { attributes, members: joinAdjacent(members) };
}

type MembersTarget = Extract<PatchTarget, { kind: "attribute" }>;

function isOnMembers(target: PatchTarget): target is MembersTarget {
  return target.kind === "attribute" && target.path.urn === null && target.path.attribute.name === "members";
}

function planMembers({ op, target, value }: PatchOperation): MemberChange[] {
  const filter = isOnMembers(target) ? target.valueFilter : null;
  if (op === "remove") {
    if (filter !== null) return [removeSelected(filter)];
    return [value === undefined ? { kind: "removeAll" } : { kind: "remove", ids: readIds(value) }];
  }
  const ids = readIds(value);
  if (filter !== null && op === "replace") return [removeSelected(filter), { kind: "add", ids }];
  return [{ kind: op === "add" ? "add" : "replaceAll", ids }];
}

function readIds(value: JsonValue | undefined): string[] {
  const members = Array.isArray(value) ? value : [];
  return members.flatMap((member) => (isObject(member) && typeof member.value === "string" ? [member.value] : []));
}

function removeSelected(filter: Filter): MemberChange {
  const ids = idsOf(filter);
  return ids === null ? { kind: "removeWhere", filter } : { kind: "remove", ids };
}

/** The ids of `value eq "…"` and of several of these joined by `or`; null for any other filter. */
function idsOf(filter: Filter): string[] | null {
  if (filter.kind === "or") {
    const parts = filter.filters.map(idsOf);
    return parts.every((part) => part !== null) ? parts.flat() : null;
  }
  if (filter.kind !== "compare" || filter.operator !== "eq" || filter.path.sub?.name !== "value") return null;
  return [String(filter.compared.value)];
}

/** Entra and others send one operation for each member: neighbours of one kind become one statement. */
function joinAdjacent(changes: readonly MemberChange[]): MemberChange[] {
  const runs: { kind: MemberChange["kind"]; ids: Set<string>; change: MemberChange }[] = [];
  for (const change of changes) {
    const last = runs.at(-1);
    const ids = "ids" in change ? change.ids : [];
    if (last?.kind === change.kind && isJoinable(change)) for (const id of ids) last.ids.add(id);
    else runs.push({ kind: change.kind, ids: new Set(ids), change });
  }
  return runs.map(({ ids, change }) => ("ids" in change ? { kind: change.kind, ids: [...ids] } : change));
}

const isJoinable = ({ kind }: MemberChange): boolean => kind === "add" || kind === "remove";
