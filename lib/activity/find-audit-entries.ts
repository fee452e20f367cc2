import { pool } from "@/lib/db/client";
import { containsPattern } from "@/lib/db/contains-pattern";
import { DomainError } from "@/lib/errors";
import type { InstallationScope, OrganizationScope } from "@/lib/scope";

export type AuditEntry = {
  id: string;
  at: Date;
  organization: { id: string; name: string; slug: string } | null;
  actor: { type: string; id: string | null; label: string };
  remoteAddress: string | null;
  action: string;
  target: { type: string; id: string; label: string };
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
};

export type AuditFilter = {
  /** Part of an actor's or target's name. */
  search?: string;
  /** An action, or its first word: `connection`. */
  action?: string;
  /** Only with an InstallationScope. */
  organizationId?: string;
  since?: Date;
  until?: Date;
  page: number;
  /** What the page before gave; it counts instead of `page`, and stays right while entries are added. */
  cursor?: string | undefined;
  pageSize: number;
};

const FILTER = `
  ($1::uuid IS NULL OR a.organization_id = $1)
  AND ($2::text IS NULL OR a.actor_label ILIKE $2 OR a.target_label ILIKE $2)
  AND ($3::text IS NULL OR a.action = $3 OR a.action LIKE $4)
  AND ($5::timestamptz IS NULL OR a.at >= $5) AND ($6::timestamptz IS NULL OR a.at < $6)`;

const SELECT = `
  SELECT a.id, a.at, a.remote_address AS "remoteAddress", a.action, a.before, a.after,
    CASE WHEN o.id IS NULL THEN NULL ELSE jsonb_build_object('id', o.id, 'name', o.name, 'slug', o.slug) END AS organization,
    jsonb_build_object('type', a.actor_type, 'id', a.actor_id, 'label', a.actor_label) AS actor,
    jsonb_build_object('type', a.target_type, 'id', a.target_id, 'label', a.target_label) AS target
  FROM audit_entry a LEFT JOIN organization o ON o.id = a.organization_id
  WHERE ${FILTER} AND ($9::timestamptz IS NULL OR (a.at, a.id) < ($9, $10::uuid)) ORDER BY a.at DESC, a.id DESC LIMIT $7 OFFSET $8`;

/** Who did what, newest first. An organization's scope sees that organization alone; the installation's sees everything. */
export async function findAuditEntries(
  scope: OrganizationScope | InstallationScope,
  filter: AuditFilter,
): Promise<{ entries: AuditEntry[]; total: number; nextCursor: string | null }> {
  const organizationId = "organizationId" in scope ? scope.organizationId : (filter.organizationId ?? null);
  const { search, action, since = null, until = null, page, pageSize, cursor } = filter;
  const values = [organizationId, search ? containsPattern(search) : null, action || null, action ? `${action}.%` : null, since, until];
  const from = cursor ? readCursor(cursor) : null;
  const [found, counted] = await Promise.all([
    pool().query<AuditEntry>(SELECT, [...values, pageSize + 1, from ? 0 : Math.max(0, page - 1) * pageSize, from?.at ?? null, from?.id ?? null]),
    pool().query<{ total: string }>(`SELECT count(*) AS total FROM audit_entry a WHERE ${FILTER}`, values),
  ]);
  const entries = found.rows.slice(0, pageSize);
  const last = found.rows.length > pageSize ? entries.at(-1) : undefined;
  return { entries, total: Number(counted.rows[0]?.total ?? 0), nextCursor: last ? `${last.at.getTime()}.${last.id}` : null };
}

function readCursor(cursor: string): { at: Date; id: string } {
  const [, at, id] = /^(\d{1,14})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(cursor) ?? [];
  if (at === undefined || id === undefined) throw new DomainError("invalid", "invalid_cursor", "The cursor is not one of ours.", { fields: { cursor: "invalid" } });
  return { at: new Date(Number(at)), id };
}
