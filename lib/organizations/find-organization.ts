import { pool } from "@/lib/db/client";
import type { InstallationScope } from "@/lib/scope";
import { resolveOrganization, type ResolvedOrganization } from "./resolve-organization";

const BY_NAME = "SELECT id FROM organization WHERE lower(name) = lower($1) ORDER BY created_at LIMIT 2";

/**
 * Finds an organization as a person on a command line names it: id, slug, external id, or its name when only one has it.
 * Null when there is none.
 */
export async function findOrganization(_scope: InstallationScope, identifier: string): Promise<ResolvedOrganization | null> {
  const resolved = await resolveOrganization(identifier);
  if (resolved) return resolved;
  const named = await pool().query<{ id: string }>(BY_NAME, [identifier]);
  const [only] = named.rows;
  return only && named.rows.length === 1 ? resolveOrganization(only.id) : null;
}
