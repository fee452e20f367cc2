import { pool } from "@/lib/db/client";
import type { Queryable } from "@/lib/db/queryable";
import type { AuthenticationFactor, MemberSession } from "./member-session";
import { MOST_CLAIM_BYTES, SESSION_COLUMNS } from "./member-session";

export type SessionWish = {
  /** From now on; without it the session is not extended. */
  minutes?: number | undefined;
  /** Merged into those there are; null removes one. */
  customClaims?: Record<string, unknown> | undefined;
  /** A further way in which the member proved who they are; it takes the place of one of its type. */
  factor?: AuthenticationFactor | undefined;
};

const merged = "((s.custom_claims || $3::jsonb) - $4::text[])";

const factors = `CASE WHEN $5::jsonb IS NULL THEN s.factors ELSE
  (SELECT coalesce(jsonb_agg(f), '[]') FROM jsonb_array_elements(s.factors) f WHERE f->>'type' <> $5->>'type') || $5::jsonb END`;

const TOUCH = `
  UPDATE member_session s SET last_accessed_at = now(), custom_claims = ${merged}, factors = ${factors},
         expires_at = CASE WHEN $2::int IS NULL THEN s.expires_at ELSE now() + least($2, o.session_minutes) * interval '1 minute' END
    FROM organization o, member m
   WHERE s.id = $1 AND s.revoked_at IS NULL AND s.expires_at > now() AND octet_length(${merged}::text) <= ${MOST_CLAIM_BYTES}
     AND o.id = s.organization_id AND o.status = 'active' AND m.id = s.member_id AND m.status = 'active'
  RETURNING ${SESSION_COLUMNS}`;

/** Notes that a session was used, and extends it or changes its claims. Null when it is no longer live, or when the claims are too large. */
export async function touchSession(id: string, { minutes, customClaims = {}, factor }: SessionWish, db: Queryable = pool()): Promise<MemberSession | null> {
  const kept = Object.entries(customClaims).filter(([, value]) => value !== null);
  const removed = Object.keys(customClaims).filter((name) => customClaims[name] === null);
  const values = [id, minutes ?? null, JSON.stringify(Object.fromEntries(kept)), removed, factor ? JSON.stringify(factor) : null];
  return (await db.query<MemberSession>({ name: "touch-session", text: TOUCH, values })).rows[0] ?? null;
}
