import type { OrganizationScope } from "@/lib/scope";
import { loadMembers } from "./load-members";
import type { MemberRecord } from "./member-record";

/** One member by row id, for a page; null for an unknown, deleted or foreign one. */
export async function findMember(scope: OrganizationScope, memberId: string): Promise<MemberRecord | null> {
  const [member] = await loadMembers(scope, [memberId]);
  return member && member.status !== "deleted" ? member : null;
}
