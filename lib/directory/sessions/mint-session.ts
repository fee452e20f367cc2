import { uuidv7 } from "uuidv7";
import { recordAudit } from "@/lib/activity/record-audit";
import { toWireId } from "@/lib/contracts/wire-id";
import { transaction, type Transaction } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import type { OrganizationScope } from "@/lib/scope";
import { memberNotFound } from "../members/get-member";
import { checkClaimsSize } from "./check-claims-size";
import { type AuthenticationFactor, DEFAULT_MINUTES, type MemberSession, SESSION_COLUMNS } from "./member-session";
import { sessionToken, sessionTokenHash } from "./session-token";

export type NewSession = {
  minutes?: number | undefined;
  customClaims?: Record<string, unknown> | undefined;
  factors: AuthenticationFactor[];
  userAgent?: string | undefined;
  remoteAddress?: string | undefined;
};

// Held until the commit: a deactivation in parallel waits, and its trigger then sees this session.
const LOCK = `
  SELECT coalesce(nullif(m.name, ''), m.email) AS label, m.status::text AS status, o.status::text AS "organizationStatus" FROM member m JOIN organization o ON o.id = m.organization_id
   WHERE m.id = $1 AND m.organization_id = $2 FOR SHARE`;

const INSERT = `
  WITH s AS (
    INSERT INTO member_session (id, organization_id, member_id, token_hash, expires_at, factors, custom_claims, user_agent, remote_address)
    SELECT $1, o.id, $3, $4, now() + least(coalesce($5, o.session_minutes, ${DEFAULT_MINUTES}), o.session_minutes) * interval '1 minute', $6, $7, $8, $9
      FROM organization o WHERE o.id = $2
    RETURNING *
  )
  SELECT ${SESSION_COLUMNS} FROM s JOIN organization o ON o.id = s.organization_id`;

/**
 * Begins a session of an active member (row id) and answers it. It lasts as long as asked, at most as long as the organization
 * allows. @throws DomainError `not_found`; `forbidden` when the member or the organization is not active; `invalid` claims
 */
export async function mintSession(scope: OrganizationScope, memberId: string, wish: NewSession): Promise<MemberSession> {
  checkClaimsSize(wish.customClaims);
  return transaction(async (tx) => {
    const label = await lockActiveMember(tx, scope, memberId);
    const id = uuidv7();
    const { rows } = await tx.query<MemberSession>({ name: "insert-session", text: INSERT, values: insertValues(scope, memberId, id, wish) });
    const [session] = rows;
    if (!session) throw new Error("the session vanished");
    await recordAudit(tx, { scope, action: "session.create", target: { type: "member", id: memberId, label }, after: tellSession(session) });
    return session;
  });
}

async function lockActiveMember(tx: Transaction, scope: OrganizationScope, memberId: string): Promise<string> {
  const { rows } = await tx.query<{ status: string; organizationStatus: string; label: string }>({ name: "lock-active-member", text: LOCK, values: [memberId, scope.organizationId] });
  const [row] = rows;
  if (!row || row.status === "deleted") throw memberNotFound();
  if (row.status !== "active") throw new DomainError("forbidden", "member_not_active", `The member is ${row.status}.`, { status: row.status });
  if (row.organizationStatus !== "active") throw new DomainError("forbidden", "organization_not_active", `The organization is ${row.organizationStatus}.`);
  return row.label;
}

/** How the app said that the member signed in, and from where. */
function tellSession(session: MemberSession): Record<string, unknown> {
  return {
    member_session_id: toWireId("member-session", session.id),
    expires_at: session.expiresAt,
    authentication_factors: session.factors.map((factor) => factor.type),
    ...(session.remoteAddress && { ip_address: session.remoteAddress }),
    ...(session.userAgent && { user_agent: session.userAgent }),
  };
}

function insertValues(scope: OrganizationScope, memberId: string, id: string, wish: NewSession): unknown[] {
  const claims = Object.entries(wish.customClaims ?? {}).filter(([, value]) => value !== null);
  return [
    id,
    scope.organizationId,
    memberId,
    sessionTokenHash(sessionToken(id)),
    wish.minutes ?? null,
    JSON.stringify(wish.factors),
    JSON.stringify(Object.fromEntries(claims)),
    wish.userAgent ?? null,
    wish.remoteAddress ?? null,
  ];
}
