import { pool } from "@/lib/db/client";
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
  WHERE ${FILTER} ORDER BY a.at DESC, a.id DESC LIMIT $7 OFFSET $8`;

/** Who did what, newest first. An organization's scope sees that organization alone; the installation's sees everything. */
export async function findAuditEntries(
  scope: OrganizationScope | InstallationScope,
  filter: AuditFilter,
): Promise<{ entries: AuditEntry[]; total: number }> {
  const organizationId = "organizationId" in scope ? scope.organizationId : (filter.organizationId ?? null);
  const { search, action, since = null, until = null, page, pageSize } = filter;
  const values = [organizationId, search ? contains(search) : null, action || null, action ? `${action}.%` : null, since, until];
  const [entries, counted] = await Promise.all([
    pool().query<AuditEntry>(SELECT, [...values, pageSize, Math.max(0, page - 1) * pageSize]),
    pool().query<{ total: string }>(`SELECT count(*) AS total FROM audit_entry a WHERE ${FILTER}`, values),
  ]);
  return { entries: entries.rows, total: Number(counted.rows[0]?.total ?? 0) };
}

function contains(text: string): string {
  return `%${text.replace(/[\\%_]/g, "\\$&")}%`;
}
