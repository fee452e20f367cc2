import { uuidv7 } from "uuidv7";
import type { Transaction } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import type { OrganizationScope } from "@/lib/scope";

export type DirectMember = { email: string; name: string; status: "active" | "invited" };
export type EnsuredMember = { id: string; status: string; userId: string | null; created: boolean };

const FIND = `
  SELECT id, status::text AS status, user_id AS "userId" FROM member
  WHERE organization_id = $1 AND email_key = $2 AND status <> 'deleted'
  ORDER BY (status = 'active') DESC, (origin = 'direct') DESC, created_at LIMIT 1 FOR UPDATE`;
const INSERT = `
  INSERT INTO member (id, organization_id, origin, status, email, email_key, name) VALUES ($1, $2, 'direct', $3, $4, $5, $6)
  ON CONFLICT (organization_id, email_key) WHERE origin = 'direct' AND deleted_at IS NULL DO NOTHING RETURNING id`;

/**
 * The member of this e-mail, provisioned or not; without one a direct member is made.
 * @throws DomainError `conflict` for a deactivated one: an invitation is no way around the directory
 */
export async function ensureDirectMember(tx: Transaction, scope: OrganizationScope, wanted: DirectMember): Promise<EnsuredMember> {
  const key = wanted.email.toLowerCase();
  const found = await find(tx, scope, key);
  if (found) return found;
  const id = uuidv7();
  const inserted = await tx.query(INSERT, [id, scope.organizationId, wanted.status, wanted.email, key, wanted.name]);
  if (inserted.rowCount === 1) return { id, status: wanted.status, userId: null, created: true };
  const rival = await find(tx, scope, key);
  if (!rival) throw new Error("a member of the same e-mail vanished");
  return rival;
}

async function find(tx: Transaction, scope: OrganizationScope, key: string): Promise<EnsuredMember | null> {
  const found = await tx.query<Omit<EnsuredMember, "created">>(FIND, [scope.organizationId, key]);
  const row = found.rows[0];
  if (row?.status === "deactivated") {
    throw new DomainError("conflict", "member_deactivated", "This person was deactivated. Reactivate them first.", {
      fields: { email_address: "deactivated" },
    });
  }
  return row ? { ...row, created: false } : null;
}
