import type { Transaction } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import type { OrganizationScope } from "@/lib/scope";

/** What a change of a member must know of it before. */
export type LockedMember = {
  id: string;
  status: "invited" | "active" | "deactivated" | "deleted";
  origin: "direct" | "scim";
  email: string;
  name: string;
  externalId: string | null;
  trustedMetadata: Record<string, unknown>;
  untrustedMetadata: Record<string, unknown>;
};

/** A member of this organization, locked until the transaction ends. Deleted ones are `not_found` unless asked for. */
export async function lockMember(tx: Transaction, scope: OrganizationScope, memberId: string, options: { deleted?: boolean } = {}): Promise<LockedMember> {
  const { rows } = await tx.query<LockedMember>(selectMember, [memberId, scope.organizationId]);
  const member = rows[0];
  if (!member || (member.status === "deleted" && !options.deleted)) throw new DomainError("not_found", "member_not_found", "Member could not be found.");
  return member;
}

const selectMember = `
SELECT id, status, origin, email, name, external_id AS "externalId",
  trusted_metadata AS "trustedMetadata", untrusted_metadata AS "untrustedMetadata"
FROM member WHERE id = $1 AND organization_id = $2
FOR UPDATE`;
