import { pool } from "@/lib/db/client";

export type ResolvedOrganization = {
  id: string;
  name: string;
  slug: string;
  logoUrl: string | null;
  brandColor: string | null;
  status: "active" | "suspended";
};

const UUID = /^(?:organization-)?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/i;

const SELECT = `
  SELECT id, name, slug, logo_url AS "logoUrl", brand_color AS "brandColor", status::text AS status
  FROM organization WHERE id = $1 OR slug = $2 OR external_id = $2
  ORDER BY (id = $1) DESC NULLS LAST, (slug = $2) DESC LIMIT 1`;

/**
 * The organization that an address names: `organization-<uuid>`, a bare uuid, a slug or an external id, in this order.
 * Says nothing about who may see it: `lib/auth` asks that next.
 */
export async function resolveOrganization(identifier: string): Promise<ResolvedOrganization | null> {
  const id = UUID.exec(identifier)?.[1]?.toLowerCase() ?? null;
  const found = await pool().query<ResolvedOrganization>({ name: "resolve-organization", text: SELECT, values: [id, identifier] });
  return found.rows[0] ?? null;
}
