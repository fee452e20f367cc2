import { pool } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import type { OrganizationScope } from "@/lib/scope";
import { memberNotFound } from "../../members/get-member";
import type { TrustedIdentity } from "./verify-trusted-token";

const select = (condition: string) => `
  SELECT id, status = 'active' AS active FROM member
   WHERE organization_id = $1 AND ${condition} AND status <> 'deleted'
   ORDER BY status = 'active' DESC, created_at LIMIT 3`;

const SELECT = {
  email: select("email_key = lower($2)"),
  external_id: select("external_id = $2"),
};

/**
 * The row id of the one member of the organization that a trusted token names. Nobody is guessed: two that match are a
 * `conflict`, unless only one of them is in use. @throws DomainError `not_found`, `conflict`
 */
export async function findTrustedMember(scope: OrganizationScope, identity: TrustedIdentity): Promise<string> {
  const { rows } = await pool().query<{ id: string; active: boolean }>(SELECT[identity.by], [scope.organizationId, identity.value]);
  const active = rows.filter((row) => row.active);
  const [only, another] = active.length > 0 ? active : rows;
  if (!only) throw memberNotFound();
  if (another) throw new DomainError("conflict", "member_ambiguous", "Several members match the token.");
  return only.id;
}
