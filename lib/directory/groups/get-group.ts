import { DomainError } from "@/lib/errors";
import type { OrganizationScope } from "@/lib/scope";
import { findGroup, type GroupDetails } from "./find-group";

/** One group by its id; another organization's is `not_found`. */
export async function getGroup(scope: OrganizationScope, groupId: string | null): Promise<GroupDetails> {
  const group = await findGroup(scope, groupId);
  if (!group) throw new DomainError("not_found", "group_not_found", "Group could not be found.");
  return group;
}
