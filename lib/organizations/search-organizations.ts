import { pool } from "@/lib/db/client";
import { containsPattern } from "@/lib/db/contains-pattern";
import type { OrganizationFilter } from "@/lib/contracts/organization";
import type { InstallationScope } from "@/lib/scope";
import { ORGANIZATION_COLUMNS, type OrganizationRow } from "./get-organization";
import { organizationCursor, parseOrganizationCursor } from "./organization-cursor";

export type OrganizationSearch = {
  query?: { operator: "AND" | "OR"; operands: OrganizationFilter[] } | null;
  cursor?: string | null;
  limit: number;
};

/** Organizations by creation, oldest first, with the total of the search and a cursor when there are more. */
export async function searchOrganizations(
  _scope: InstallationScope,
  search: OrganizationSearch,
): Promise<{ organizations: OrganizationRow[]; total: number; nextCursor: string | null }> {
  const values: unknown[] = [];
  const where = whereOf(search.query, values);
  const counted = await pool().query<{ total: string }>(`SELECT count(*) AS total FROM organization o WHERE ${where}`, values);
  const after = search.cursor ? parseOrganizationCursor(search.cursor) : null;
  const position = after ? `AND (o.created_at, o.id) > ($${values.push(after.createdAt)}, $${values.push(after.id)})` : "";
  const rows = await pool().query<OrganizationRow>(
    `SELECT ${ORGANIZATION_COLUMNS} FROM organization o WHERE ${where} ${position}
      ORDER BY o.created_at, o.id LIMIT $${values.push(search.limit + 1)}`,
    values,
  );
  const organizations = rows.rows.slice(0, search.limit);
  const last = organizations.at(-1);
  const nextCursor = last && rows.rows.length > search.limit ? organizationCursor(last) : null;
  return { organizations, total: Number(counted.rows[0]?.total ?? 0), nextCursor };
}

function whereOf(query: OrganizationSearch["query"], values: unknown[]): string {
  if (!query || query.operands.length === 0) return "TRUE";
  const conditions = query.operands.map((operand) => conditionOf(operand, (value) => `$${values.push(value)}`));
  return `(${conditions.join(query.operator === "OR" ? " OR " : " AND ")})`;
}

function conditionOf({ filter_name, filter_value }: OrganizationFilter, bind: (value: unknown) => string): string {
  const member = (condition: string): string =>
    `EXISTS (SELECT 1 FROM member m WHERE m.organization_id = o.id AND m.status <> 'deleted' AND ${condition})`;
  switch (filter_name) {
    case "organization_ids":
      return `o.id::text = ANY(${bind(filter_value.map((id) => id.toLowerCase().replace(/^organization-/, "")))})`;
    case "organization_slugs":
      return `o.slug = ANY(${bind(filter_value)})`;
    case "organization_name_fuzzy":
      return `o.name ILIKE ${bind(containsPattern(filter_value))}`;
    case "organization_slug_fuzzy":
      return `o.slug ILIKE ${bind(containsPattern(filter_value))}`;
    case "member_emails":
      return member(`m.email_key = ANY(${bind(filter_value.map((email) => email.toLowerCase()))})`);
    case "member_email_fuzzy":
      return member(`m.email_key LIKE ${bind(containsPattern(filter_value.toLowerCase()))}`);
    case "has_active_sso_connection":
      return filter_value ? "FALSE" : "TRUE";
    case "allowed_domains":
    case "allowed_domain_fuzzy":
    case "claimed_email_domains":
    case "sso_connection_id":
      return "FALSE";
  }
}
