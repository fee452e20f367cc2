import { pool } from "@/lib/db/client";
import { containsPattern } from "@/lib/db/contains-pattern";
import type { InstallationScope } from "@/lib/scope";

export type OrganizationSummary = {
  id: string;
  name: string;
  slug: string;
  logoUrl: string | null;
  brandColor: string | null;
  status: "active" | "suspended";
  createdAt: Date;
  activeMembers: number;
  connections: number;
  lastContactAt: Date | null;
};

export type OrganizationListing = {
  /** Part of name, slug, external id or of a member's e-mail address. */
  search?: string;
  status?: "active" | "suspended";
  sort: "name" | "created";
  page: number;
  pageSize: number;
};

const WHERE = `
  ($1::text IS NULL OR o.name ILIKE $1 OR o.slug ILIKE $1 OR o.external_id ILIKE $1
    OR EXISTS (SELECT 1 FROM member m WHERE m.organization_id = o.id AND m.status <> 'deleted' AND m.email_key LIKE lower($1)))
  AND ($2::text IS NULL OR o.status::text = $2)`;

const ORDER = { name: "lower(o.name), o.id", created: "o.created_at DESC, o.id DESC" };

/** One page of the console's table of organizations, with what matters at a glance. */
export async function listOrganizations(
  _scope: InstallationScope,
  { search, status, sort, page, pageSize }: OrganizationListing,
): Promise<{ organizations: OrganizationSummary[]; total: number }> {
  const filter = [search ? containsPattern(search) : null, status ?? null];
  const [rows, counted] = await Promise.all([
    pool().query<OrganizationSummary>(select(ORDER[sort]), [...filter, pageSize, (page - 1) * pageSize]),
    pool().query<{ total: number }>(`SELECT count(*)::int AS total FROM organization o WHERE ${WHERE}`, filter),
  ]);
  return { organizations: rows.rows, total: counted.rows[0]?.total ?? 0 };
}

// Counts only for the rows of the page: the inner query picks them first.
function select(order: string): string {
  return `
    SELECT o.id, o.name, o.slug, o.logo_url AS "logoUrl", o.brand_color AS "brandColor", o.status::text AS status, o.created_at AS "createdAt",
      (SELECT count(*)::int FROM member m WHERE m.organization_id = o.id AND m.status = 'active') AS "activeMembers",
      c.connections, c.last_contact_at AS "lastContactAt"
    FROM (SELECT * FROM organization o WHERE ${WHERE} ORDER BY ${order} LIMIT $3 OFFSET $4) o
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS connections, max(k.last_contact_at) AS last_contact_at
      FROM connection c LEFT JOIN connection_contact k ON k.connection_id = c.id
      WHERE c.organization_id = o.id AND c.status <> 'deleted'
    ) c
    ORDER BY ${order}`;
}
