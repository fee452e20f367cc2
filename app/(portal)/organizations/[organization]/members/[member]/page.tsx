import { notFound } from "next/navigation";
import { MemberActions } from "@/components/members/member-actions";
import { MemberFacts } from "@/components/members/member-facts";
import { MemberGroups } from "@/components/members/member-groups";
import { MemberHeader } from "@/components/members/member-header";
import { MemberHistory } from "@/components/members/member-history";
import { MemberProfile } from "@/components/members/member-profile";
import { MemberRegistrations } from "@/components/members/member-registrations";
import { MemberRoles } from "@/components/members/member-roles";
import { MemberSessions } from "@/components/sessions/member-sessions";
import { requireOrganization } from "@/lib/auth/require-organization";
import { findSchemaNames } from "@/lib/connections/schemas/find-schema-names";
import { addressedId } from "@/lib/http/addressed-id";
import { findManager } from "@/lib/directory/members/find-manager";
import { findMemberHistory } from "@/lib/directory/members/find-member-history";
import { findMember } from "@/lib/directory/members/find-member";
import { explainRoles } from "@/lib/directory/roles/explain-roles";
import { findMemberSessions } from "@/lib/directory/sessions/find-member-sessions";
import { splitSessions } from "@/lib/directory/sessions/split-sessions";
import { findRoleChoices } from "@/lib/directory/roles/find-role-choices";
import { hasOneAdmin } from "@/lib/directory/roles/has-one-admin";

type Props = { params: Promise<{ organization: string; member: string }> };

const historyLimit = 50;

async function openMember({ params }: Props) {
  const { organization: slug, member: address } = await params;
  const access = await requireOrganization(slug, "member.get");
  const member = await findMember(access.scope, addressedId("member", address));
  return { ...access, member: member ?? notFound() };
}

export async function generateMetadata(props: Props) {
  const { member } = await openMember(props);
  return { title: member.name || member.email };
}

export default async function MemberPage(props: Props) {
  const { scope, organization, permissions, member } = await openMember(props);
  const [registration] = member.registrations;
  const [roles, lastAdmin, reasons, history, manager, schemaNames, { sessions }] = await Promise.all([findRoleChoices(scope), hasOneAdmin(scope), explainRoles(scope, member.id, [...member.inForce, ...member.suspended]), findMemberHistory(scope, member.id, historyLimit), findManager(scope, registration), findSchemaNames(scope, registration?.connectionId), findMemberSessions(scope, member.id, { ended: true })]);
  const owner = { organization: organization.slug, memberId: `member-${member.id}`, name: member.name || member.email };
  const direct = new Set([...member.inForce, ...member.suspended].filter((role) => role.sources.some((source) => source.type !== "scim_connection_group")).map((role) => role.roleId));
  const assignable = roles.filter((role) => !direct.has(role.roleId)).map((role) => ({ value: role.roleId, label: role.roleId, description: role.description }));
  const byHand = member.registrations.length === 0;
  const actions = <MemberActions owner={owner} organizationName={organization.name} canReactivate={byHand && member.status === "deactivated" && permissions.has("member.update")} canRemove={byHand && permissions.has("member.delete")} />;
  return (
    <>
      <MemberHeader organization={organization.slug} member={member} actions={actions} />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,5fr)_minmax(0,3fr)]">
        <div className="flex min-w-0 flex-col gap-5">
          <MemberRoles owner={owner} inForce={member.inForce} suspended={member.suspended} reasons={reasons} assignable={assignable} canEdit={permissions.has("member.update")} lastAdmin={lastAdmin} />
          {permissions.has("session.get") ? <MemberSessions owner={owner} {...splitSessions(sessions)} mayEnd={permissions.has("session.revoke")} /> : null}
          <MemberProfile attributes={registration?.attributes} manager={manager} organization={organization.slug} schemaNames={schemaNames} />
          <MemberHistory organization={organization.slug} entries={history} limit={historyLimit} />
        </div>
        <div className="flex min-w-0 flex-col gap-5">
          <MemberFacts member={member} />
          <MemberGroups organization={organization.slug} groups={member.groups} />
          <MemberRegistrations organization={organization.slug} memberId={member.id} registrations={member.registrations} activity={permissions.has("activity.get")} />
        </div>
      </div>
    </>
  );
}
