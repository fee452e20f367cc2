import type { MappingRow } from "./mapping-rows";

/** What somebody else did to one group's line. */
export type OthersChange = { key: string; groupName: string; added: string[]; removed: string[]; arrived: boolean };

type Versions = { base: readonly MappingRow[]; theirs: readonly MappingRow[] };

/** What changed between the mapping that an admin began with and the one that is saved by now, line by line. */
export function describeOthers({ base, theirs }: Versions): OthersChange[] {
  const before = rowsByKey(base, theirs);
  const after = rowsByKey(theirs, theirs);
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((key): OthersChange[] => {
    const [old, now] = [before.get(key), after.get(key)];
    const [had, has] = [old?.roleIds ?? [], now?.roleIds ?? []];
    const added = has.filter((roleId) => !had.includes(roleId));
    const removed = had.filter((roleId) => !has.includes(roleId));
    const arrived = old?.groupId === null && Boolean(now?.groupId);
    if (added.length + removed.length === 0 && !arrived) return [];
    return [{ key, groupName: now?.groupName ?? old?.groupName ?? key, added, removed, arrived }];
  });
}

/**
 * The admin's own changes on top of what somebody else saved meanwhile. A change is a role that was added to, or taken off, a line: two
 * people's changes can always be told apart, and neither undoes the other's. Lines without a role that were only just added stay.
 */
export function rebaseRows(mine: readonly MappingRow[], { base, theirs }: Versions): MappingRow[] {
  const [before, wanted, after] = [rowsByKey(base, theirs), rowsByKey(mine, theirs), rowsByKey(theirs, theirs)];
  return [...new Set([...after.keys(), ...wanted.keys()])].flatMap((key) => {
    const row = after.get(key) ?? wanted.get(key);
    if (!row) return [];
    const had = before.get(key)?.roleIds ?? [];
    const want = wanted.get(key)?.roleIds ?? [];
    const kept = (after.get(key)?.roleIds ?? []).filter((roleId) => want.includes(roleId) || !had.includes(roleId));
    const roleIds = [...kept, ...want.filter((roleId) => !had.includes(roleId) && !kept.includes(roleId))];
    return roleIds.length > 0 || wanted.has(key) ? [{ ...row, roleIds }] : [];
  });
}

/** By key; a group that was only named and has arrived since goes by the key that it has now. */
function rowsByKey(rows: readonly MappingRow[], theirs: readonly MappingRow[]): Map<string, MappingRow> {
  const arrived = new Map<string, string>(theirs.flatMap((row) => (row.groupId ? [[`name:${row.groupName.trim().toLowerCase()}`, row.key] as const] : [])));
  return new Map(rows.map((row) => [arrived.get(row.key) ?? row.key, row]));
}
