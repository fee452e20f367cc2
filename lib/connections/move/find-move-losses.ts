import { pool } from "@/lib/db/client";
import { diffRoleHolders } from "@/lib/directory/roles/diff-role-holders";
import { groupBy } from "@/lib/group-by";
import type { OrganizationScope } from "@/lib/scope";
import type { Move } from "./move";

/** How many people would lose which role if the move were finished now: roles that only groups of the old connection give. */
export async function findMoveLosses(scope: OrganizationScope, move: Move): Promise<{ roleId: string; count: number }[]> {
  const changes = await diffRoleHolders(pool(), scope, move.from.id, []);
  return [...groupBy(changes, (change) => change.roleId)].map(([roleId, losers]) => ({ roleId, count: losers.length })).sort((a, b) => b.count - a.count);
}
