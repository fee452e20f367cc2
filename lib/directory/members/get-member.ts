import { DomainError } from "@/lib/errors";
import type { OrganizationScope } from "@/lib/scope";
import { loadMembers } from "./load-members";
import type { MemberRecord } from "./member-record";

/** One member by row id. Unknown, deleted (unless asked for) and another organization's are the same `not_found`. */
export async function getMember(scope: OrganizationScope, memberId: string | null, options: { deleted?: boolean } = {}): Promise<MemberRecord> {
  const [member] = memberId ? await loadMembers(scope, [memberId]) : [];
  if (!member || (member.status === "deleted" && !options.deleted)) throw memberNotFound();
  return member;
}

/** The one refusal for a member that is not there. */
export function memberNotFound(): DomainError {
  return new DomainError("not_found", "member_not_found", "Member could not be found.");
}
