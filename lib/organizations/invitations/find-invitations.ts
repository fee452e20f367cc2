import type { WireInvitation } from "@/lib/contracts/invitation";
import { pool } from "@/lib/db/client";
import type { OrganizationScope } from "@/lib/scope";

type Row = {
  id: string;
  member_id: string;
  email: string;
  name: string;
  expired: boolean;
  created_at: Date;
  created_by: string;
  expires_at: Date;
  emailed_at: Date | null;
};

const SELECT = `
  SELECT i.id, i.member_id, m.email, m.name, i.expires_at <= now() AS expired, i.created_at, i.created_by, i.expires_at, i.emailed_at
  FROM invitation i JOIN member m ON m.id = i.member_id
  WHERE i.organization_id = $1 AND i.accepted_at IS NULL AND i.revoked_at IS NULL
  ORDER BY i.created_at DESC`;

/** The invitations that were neither accepted nor revoked, newest first. */
export async function findInvitations(scope: OrganizationScope): Promise<WireInvitation[]> {
  const found = await pool().query<Row>(SELECT, [scope.organizationId]);
  return found.rows.map((row) => ({
    invitation_id: `invitation-${row.id}`,
    member_id: `member-${row.member_id}`,
    email_address: row.email,
    name: row.name,
    status: row.expired ? "expired" : "open",
    created_at: row.created_at.toISOString(),
    created_by: row.created_by,
    expires_at: row.expires_at.toISOString(),
    emailed: row.emailed_at !== null,
  }));
}
