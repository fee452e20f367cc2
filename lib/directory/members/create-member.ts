import { uuidv7 } from "uuidv7";
import { recordAudit } from "@/lib/activity/record-audit";
import { publishLive } from "@/lib/db/notify";
import { type Transaction, transaction } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import type { OrganizationScope } from "@/lib/scope";
import { replaceDirectRoles } from "../roles/replace-direct-roles";
import { announceMemberChange } from "./announce-member-change";
import { getMember } from "./get-member";
import type { MemberRecord } from "./member-record";
import { refuseDuplicates } from "./refuse-duplicates";

export type NewMember = {
  email: string;
  name?: string | undefined;
  externalId?: string | undefined;
  /** Assigned directly. */
  roles?: readonly string[] | undefined;
  trustedMetadata?: Record<string, unknown> | undefined;
  untrustedMetadata?: Record<string, unknown> | undefined;
  /** Starts as `invited` instead of `active`. */
  invited?: boolean | undefined;
};

/** Adds a person by hand or by API. An e-mail or external id that a member has already is a `conflict`; an unknown role is `invalid`. */
export async function createMember(scope: OrganizationScope, member: NewMember): Promise<MemberRecord> {
  const id = uuidv7();
  await transaction(async (tx) => {
    await refuseDuplicates(tx, scope, { id, email: member.email, externalId: member.externalId });
    await insertMember(tx, scope, id, member);
    if (member.roles) await replaceDirectRoles(tx, scope, id, member.roles);
    await recordAudit(tx, {
      scope,
      action: "member.create",
      target: { type: "member", id, label: member.name || member.email },
      after: { email_address: member.email, name: member.name ?? "", roles: member.roles ?? [] },
    });
    await announceMemberChange(tx, scope, "create", [id]);
  });
  await publishLive({ organization_id: scope.organizationId, topics: ["members"] });
  return getMember(scope, id);
}

async function insertMember(tx: Transaction, scope: OrganizationScope, id: string, member: NewMember): Promise<void> {
  const { rowCount } = await tx.query(
    `INSERT INTO member (id, organization_id, origin, status, email, email_key, name, external_id, trusted_metadata, untrusted_metadata)
     VALUES ($1, $2, 'direct', $3, $4, lower($4), $5, $6, $7, $8)
     ON CONFLICT DO NOTHING`,
    [
      id,
      scope.organizationId,
      member.invited ? "invited" : "active",
      member.email,
      member.name ?? "",
      member.externalId ?? null,
      JSON.stringify(member.trustedMetadata ?? {}),
      JSON.stringify(member.untrustedMetadata ?? {}),
    ],
  );
  if (rowCount === 0) throw new DomainError("conflict", "duplicate_member_email", "A member with this e-mail address exists already.", { email_address: member.email });
}
