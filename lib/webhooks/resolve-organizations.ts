import { pool } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";

/** Bare uuids of organizations named on the wire. Throws `organization_not_found` naming those that do not exist. */
export async function resolveOrganizations(wireIds: readonly string[]): Promise<string[]> {
  const ids = wireIds.map((id) => id.toLowerCase().replace(/^organization-/, ""));
  const { rows } = await pool().query<{ id: string }>("SELECT id::text AS id FROM organization WHERE id::text = ANY ($1)", [ids]);
  const known = new Set(rows.map(({ id }) => id));
  const unknown = wireIds.filter((_, index) => !known.has(ids[index] ?? ""));
  if (unknown.length > 0) throw new DomainError("not_found", "organization_not_found", "Organization could not be found.", { organization_ids: unknown });
  return ids;
}
