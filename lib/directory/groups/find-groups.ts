import { integerPart, type ListOrder, type OrderPart, textPart, timePart, uuidPart } from "@/lib/db/list-order";
import { type ListPart, patternOf, readListPage } from "@/lib/db/read-list-page";
import type { OrganizationScope } from "@/lib/scope";
import { directMembers, type GroupRecord, groupColumns } from "./group-record";

export type FindGroups = ListPart & {
  /** Part of the name. */
  search?: string | undefined;
  connectionId?: string | undefined;
  sort: "name" | "members" | "updated";
  order: "asc" | "desc";
};

/**
 * A page of the groups that IdPs pushed to this organization, with their direct members counted and the roles they are mapped to.
 * Throws `invalid_cursor`.
 */
export async function findGroups(scope: OrganizationScope, query: FindGroups): Promise<{ groups: GroupRecord[]; total: number; nextCursor: string | null }> {
  const source = { name: "find-groups", columns: groupColumns, from, values: [scope.organizationId, patternOf(query), query.connectionId ?? null] };
  const { rows, total, nextCursor } = await readListPage<GroupRecord>(source, orderGroups(query), query);
  return { groups: rows, total, nextCursor };
}

const from = `
  FROM idp_group JOIN connection ON connection.id = idp_group.connection_id AND connection.status <> 'deleted'
  WHERE idp_group.organization_id = $1
    AND ($2::text IS NULL OR idp_group.display_name_key LIKE $2)
    AND ($3::uuid IS NULL OR idp_group.connection_id = $3)`;

const columns: Record<FindGroups["sort"], Pick<OrderPart, "sql" | "kind">> = {
  name: { sql: "idp_group.display_name_key", kind: textPart },
  members: { sql: directMembers, kind: integerPart },
  updated: { sql: "idp_group.updated_at", kind: timePart },
};

function orderGroups({ sort, order }: FindGroups): ListOrder {
  const byName: OrderPart[] = sort === "name" ? [] : [{ ...columns.name }];
  return { name: `groups-${sort}-${order}`, parts: [{ ...columns[sort], descending: order === "desc" }, ...byName, { sql: "idp_group.id", kind: uuidPart }] };
}
