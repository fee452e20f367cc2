import type { WireMemberSession } from "@/lib/contracts/session";
import type { MemberSession } from "./member-session";

/** A session as the wire shows it; `roles` are those in force at this moment. */
export function presentSession(session: MemberSession, roles: readonly string[]): WireMemberSession {
  return {
    member_session_id: `member-session-${session.id}`,
    member_id: `member-${session.memberId}`,
    organization_id: `organization-${session.organizationId}`,
    organization_slug: session.organizationSlug,
    started_at: session.startedAt.toISOString(),
    last_accessed_at: session.lastAccessedAt.toISOString(),
    expires_at: session.expiresAt.toISOString(),
    authentication_factors: session.factors,
    roles: [...roles],
    custom_claims: session.customClaims,
    attributes: { ip_address: session.remoteAddress ?? "", user_agent: session.userAgent ?? "" },
    ended_at: session.revokedAt?.toISOString() ?? null,
    ended_reason: session.revokedReason,
  };
}

/** What the JWT carries of it. */
export function presentSessionClaims(session: MemberSession, roles: readonly string[]): Record<string, unknown> {
  const shown = presentSession(session, roles);
  return {
    id: shown.member_session_id,
    started_at: shown.started_at,
    last_accessed_at: shown.last_accessed_at,
    expires_at: shown.expires_at,
    attributes: shown.attributes,
    authentication_factors: shown.authentication_factors,
    roles: shown.roles,
  };
}
