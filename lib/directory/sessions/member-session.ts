/** How the person proved who they are, in the wire's words; further fields as the factor has them. */
export type AuthenticationFactor = { type: string; delivery_method: string; last_authenticated_at: string; [detail: string]: unknown };

/** A session of the vendor's app. */
export type MemberSession = {
  id: string;
  organizationId: string;
  organizationSlug: string;
  memberId: string;
  startedAt: Date;
  lastAccessedAt: Date;
  expiresAt: Date;
  factors: AuthenticationFactor[];
  customClaims: Record<string, unknown>;
  userAgent: string | null;
  remoteAddress: string | null;
  revokedAt: Date | null;
  /** Why it ended before its time: `member_deactivated`, `revoked`, … */
  revokedReason: string | null;
};

/** A session lasts so long when neither the app nor the organization says otherwise. */
export const DEFAULT_MINUTES = 60;

/** What a session's own claims may take, in bytes of JSON. */
export const MOST_CLAIM_BYTES = 4096;

/** The columns of a MemberSession from `member_session s` and `organization o`. */
export const SESSION_COLUMNS = `
  s.id, s.organization_id AS "organizationId", o.slug AS "organizationSlug", s.member_id AS "memberId", s.started_at AS "startedAt",
  s.last_accessed_at AS "lastAccessedAt", s.expires_at AS "expiresAt", s.factors, s.custom_claims AS "customClaims", s.user_agent AS "userAgent",
  s.remote_address AS "remoteAddress", s.revoked_at AS "revokedAt", s.revoked_reason AS "revokedReason"`;
