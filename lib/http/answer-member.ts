import type { Member } from "@/lib/contracts/member";
import type { Organization } from "@/lib/contracts/organization";
import { presentMember } from "@/lib/directory/members/present-member";
import type { MemberRecord } from "@/lib/directory/members/member-record";
import { getOrganization } from "@/lib/organizations/get-organization";
import { showOrganization } from "@/lib/organizations/show-organization";
import type { OrganizationScope } from "@/lib/scope";

/** What every operation on one member answers: the member and the organization around it. */
export async function answerMember(scope: OrganizationScope, member: MemberRecord): Promise<{ member_id: string; member: Member; organization: Organization }> {
  const shown = presentMember(member);
  return { member_id: shown.member_id, member: shown, organization: showOrganization(await getOrganization(scope)) };
}
