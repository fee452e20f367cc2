import { groupBy } from "@/lib/group-by";
import type { GroupOfMember, GroupStep } from "./compute-effective-roles";

export type DirectGroup = Omit<GroupOfMember, "path">;
/** `childGroupId` lies inside `parent`. Both belong to one connection. */
export type Nesting = { childGroupId: string; parent: GroupStep };

/**
 * All groups that someone is in: the direct ones and every group around them, each with the shortest path that leads there. Circles end
 * (an IdP may push A inside B inside A). An active membership wins over an inactive one of the same group.
 */
export function expandGroups(direct: readonly DirectGroup[], nestings: readonly Nesting[]): GroupOfMember[] {
  const parentsOf = groupBy(nestings, (nesting) => nesting.childGroupId);
  const active = climb(direct.filter((group) => group.active), parentsOf);
  const inactive = climb(direct.filter((group) => !group.active), parentsOf);
  for (const [groupId, group] of inactive) if (!active.has(groupId)) active.set(groupId, group);
  return [...active.values()];
}

function climb(direct: readonly DirectGroup[], parentsOf: Map<string, Nesting[]>): Map<string, GroupOfMember> {
  const reached = new Map<string, GroupOfMember>();
  let front = direct.map((group): GroupOfMember => ({ ...group, path: [{ groupId: group.groupId, groupName: group.groupName }] }));
  while (front.length > 0) {
    const fresh = front.filter((group) => !reached.has(group.groupId) && reached.set(group.groupId, group));
    front = fresh.flatMap((group) =>
      (parentsOf.get(group.groupId) ?? []).map(({ parent }) => ({ ...group, ...parent, path: [...group.path, parent] })),
    );
  }
  return reached;
}
