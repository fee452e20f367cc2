import type { RoleMappings, SetRoleMappingsBody } from "@/lib/contracts/role";

/** A row of the editor: one group and all its roles. */
export type MappingRow = { key: string; groupId: string | null; groupName: string; roleIds: string[] };

/** Rows by group, in the order that the server gave. Every role of a group is in its row. */
export function toRows({ role_mappings: entries }: Pick<RoleMappings, "role_mappings">): MappingRow[] {
  const rows = new Map<string, MappingRow>();
  for (const { group_id: groupId, group_name: groupName, role_id: roleId } of entries) {
    const key = rowKey(groupId, groupName);
    const row = rows.get(key) ?? { key, groupId, groupName, roleIds: [] };
    rows.set(key, { ...row, roleIds: [...row.roleIds, roleId] });
  }
  return [...rows.values()];
}

export function rowKey(groupId: string | null, groupName: string): string {
  return groupId ?? `name:${groupName.trim().toLowerCase()}`;
}

/** What is sent: one entry a group and role. A row without roles gives nothing and is gone after saving. */
export function toBody(rows: readonly MappingRow[], version: string): SetRoleMappingsBody {
  const role_mappings = rows.flatMap(({ groupId, groupName, roleIds }) =>
    roleIds.map((role_id) => ({ role_id, ...(groupId ? { group_id: groupId } : { group_name: groupName }) })),
  );
  return { role_mappings, version };
}

/** Whether two sets of rows give the same roles, whatever their order. */
export function sameRows(a: readonly MappingRow[], b: readonly MappingRow[]): boolean {
  return fingerprint(a) === fingerprint(b);
}

function fingerprint(rows: readonly MappingRow[]): string {
  return rows.flatMap((row) => row.roleIds.map((roleId) => `${row.key} ${roleId}`)).sort().join("\n");
}
