import { pool } from "@/lib/db/client";
import type { OrganizationScope } from "@/lib/scope";
import { type GroupRecord, groupColumns } from "./group-record";

export type FindGroups = {
  /** Part of the name. */
  search?: string | undefined;
  connectionId?: string | undefined;
  sort: "name" | "members" | "updated";
  order: "asc" | "desc";
  offset: number;
  limit: number;
};

/** A page of the groups that IdPs pushed to this organization, with their direct members counted and the roles they are mapped to. */
export async function findGroups(scope: OrganizationScope, query: FindGroups): Promise<{ groups: GroupRecord[]; total: number }> {
  const { rows } = await pool().query<GroupRecord & { total: number }>(
    `SELECT ${groupColumns}, count(*) OVER ()::int AS total
     FROM idp_group JOIN connection ON connection.id = idp_group.connection_id AND connection.status <> 'deleted'
     WHERE idp_group.organization_id = $1
       AND ($2::text IS NULL OR idp_group.display_name_key LIKE $2)
       AND ($3::uuid IS NULL OR idp_group.connection_id = $3)
     ORDER BY ${columns[query.sort]} ${query.order === "desc" ? "DESC" : "ASC"}, idp_group.display_name_key, idp_group.id
     LIMIT $4 OFFSET $5`,
    [scope.organizationId, pattern(query.search), query.connectionId ?? null, query.limit, query.offset],
  );
  return { groups: rows.map(({ total: _total, ...group }) => group), total: rows[0]?.total ?? 0 };
}

const columns: Record<FindGroups["sort"], string> = { name: "idp_group.display_name_key", members: `"memberCount"`, updated: "idp_group.updated_at" };

function pattern(search: string | undefined): string | null {
  return search ? `%${search.trim().toLowerCase().replace(/[\\%_]/g, "\\$&")}%` : null;
}
