import { recordAudit } from "@/lib/activity/record-audit";
import { publishLive } from "@/lib/db/notify";
import { type Transaction, transaction } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import type { OrganizationScope } from "@/lib/scope";
import { replaceDirectRoles } from "../roles/replace-direct-roles";
import { protectLastAdmin } from "../roles/protect-last-admin";
import { announceMemberChange } from "./announce-member-change";
import { getMember } from "./get-member";
import { type LockedMember, lockMember } from "./lock-member";
import type { MemberRecord } from "./member-record";
import { refuseDuplicates } from "./refuse-duplicates";

export type MemberChange = {
  email?: string | undefined;
  name?: string | undefined;
  /** Null takes it away. */
  externalId?: string | null | undefined;
  /** Replaces the directly assigned roles; what groups give stays. */
  roles?: readonly string[] | undefined;
  /** Merged key by key; null removes a key. */
  trustedMetadata?: Record<string, unknown> | undefined;
  untrustedMetadata?: Record<string, unknown> | undefined;
};

/**
 * Changes what is named. The e-mail address of someone whom an IdP provisions is the IdP's to change: `invalid`. A change of nothing leaves no trace. Roles that
 * would leave nobody who administers the organization are `last_org_admin`.
 */
export async function updateMember(scope: OrganizationScope, memberId: string, change: MemberChange): Promise<MemberRecord> {
  await transaction(async (tx) => {
    const before = await lockMember(tx, scope, memberId);
    const after = merge(before, change);
    refuseForeignEmail(before, after);
    await refuseDuplicates(tx, scope, {
      id: memberId,
      email: after.email === before.email ? undefined : after.email,
      externalId: after.externalId === before.externalId ? undefined : (after.externalId ?? undefined),
    });
    const { roles } = change;
    const rolesBefore = roles ? await protectLastAdmin(tx, scope, () => replaceDirectRoles(tx, scope, memberId, roles)) : undefined;
    const difference = compare({ ...before, roles: rolesBefore }, { ...after, roles: change.roles && withoutEveryone(change.roles) });
    if (!difference) return;
    await writeMember(tx, after);
    await recordAudit(tx, { scope, action: "member.update", target: { type: "member", id: memberId, label: after.name || after.email }, ...difference });
    await announceMemberChange(tx, scope, "update", [memberId]);
  });
  await publishLive({ organization_id: scope.organizationId, topics: ["members", "roles"] });
  return getMember(scope, memberId);
}

function merge(before: LockedMember, change: MemberChange): LockedMember {
  return {
    ...before,
    email: change.email ?? before.email,
    name: change.name ?? before.name,
    externalId: change.externalId === undefined ? before.externalId : change.externalId,
    trustedMetadata: mergeMetadata(before.trustedMetadata, change.trustedMetadata),
    untrustedMetadata: mergeMetadata(before.untrustedMetadata, change.untrustedMetadata),
  };
}

function mergeMetadata(before: Record<string, unknown>, change: Record<string, unknown> | undefined): Record<string, unknown> {
  return Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, value]) => value !== null));
}

function refuseForeignEmail(before: LockedMember, after: LockedMember): void {
  if (before.origin === "direct" || before.email === after.email) return;
  throw new DomainError("invalid", "member_managed_by_idp", "The identity provider manages the e-mail address of this member.", { email_address: before.email });
}

function withoutEveryone(roles: readonly string[]): string[] {
  return [...new Set(roles)].filter((roleId) => roleId !== "org_member").sort();
}

type Told = Record<string, unknown>;

/** The fields that differ, before and after, in the wire's spelling; null when nothing does. */
function compare(before: Partial<LockedMember> & { roles: unknown }, after: Partial<LockedMember> & { roles: unknown }): { before: Told; after: Told } | null {
  const [old, present] = [tell(before), tell(after)];
  const changed = Object.keys(old).filter((key) => JSON.stringify(old[key]) !== JSON.stringify(present[key]));
  if (changed.length === 0) return null;
  const pick = (told: Told) => Object.fromEntries(changed.map((key) => [key, told[key]]));
  return { before: pick(old), after: pick(present) };
}

function tell(member: Partial<LockedMember> & { roles: unknown }): Told {
  return {
    email_address: member.email,
    name: member.name,
    external_id: member.externalId,
    roles: member.roles,
    trusted_metadata: member.trustedMetadata,
    untrusted_metadata: member.untrustedMetadata,
  };
}

async function writeMember(tx: Transaction, member: LockedMember): Promise<void> {
  await tx.query(
    `UPDATE member SET email = $2, email_key = lower($2), name = $3, external_id = $4, trusted_metadata = $5, untrusted_metadata = $6, updated_at = now()
     WHERE id = $1`,
    [member.id, member.email, member.name, member.externalId, JSON.stringify(member.trustedMetadata), JSON.stringify(member.untrustedMetadata)],
  );
}
