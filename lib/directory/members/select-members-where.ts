import { enumPart, type ListOrder, type OrderPart, textPart, timePart, uuidPart } from "@/lib/db/list-order";
import type { OrganizationScope } from "@/lib/scope";
import type { MemberState } from "./member-record";

export type MemberSort = "name" | "email" | "status" | "created" | "updated";

export type MemberFilter = {
  /** Part of the name, e-mail, userName or external id, whatever its case. */
  search?: string | undefined;
  /** Without it: everyone who is not deleted. */
  status?: MemberState | undefined;
  /** Row ids. A group counts with the groups inside it, a role by any of its sources. */
  groupId?: string | undefined;
  roleId?: string | undefined;
  connectionId?: string | undefined;
  sort: MemberSort;
  order: "asc" | "desc";
};

/** The condition on whom a list is made of before any search or filter, on the table `member`; `$1` is the organization. */
export function selectMembersWhere(scope: OrganizationScope, query: Pick<MemberFilter, "status">): { where: string; values: unknown[] } {
  const values: unknown[] = [scope.organizationId];
  if (query.status === "deleted") return { where: "member.organization_id = $1 AND member.deleted_at IS NOT NULL", values };
  // Nobody who has a status but this one is deleted: said as well, because the order by name is indexed for who is not.
  return { where: `member.organization_id = $1 AND member.deleted_at IS NULL${query.status ? ` AND member.status = $${values.push(query.status)}` : ""}`, values };
}

const tableColumns: Record<MemberSort, string> = { name: "name", email: "email_key", status: "status", created: "created_at", updated: "updated_at" };

/** The column of `member` that this order reads. */
export function columnOf(sort: MemberSort): string {
  return tableColumns[sort];
}

/** Whether an index has this list in its order. Those who are deleted are not in the one by name. */
export function isIndexed({ sort, status }: Pick<MemberFilter, "sort" | "status">): boolean {
  return status !== "deleted" && (sort === "name" || sort === "email" || sort === "created");
}

const columns: Record<MemberSort, Pick<OrderPart, "sql" | "kind">> = {
  name: { sql: "lower(member.name)", kind: textPart },
  email: { sql: "member.email_key", kind: textPart },
  status: { sql: "member.status", kind: enumPart("member_status", ["invited", "active", "deactivated", "deleted"]) },
  created: { sql: "member.created_at", kind: timePart },
  updated: { sql: "member.updated_at", kind: timePart },
};

/** Their order, with the id as the last word so that pages neither repeat nor skip. */
export function orderMembers({ sort, order }: Pick<MemberFilter, "sort" | "order">): ListOrder {
  const descending = order === "desc";
  return { name: `members-${sort}-${order}`, parts: [{ ...columns[sort], descending }, { sql: "member.id", kind: uuidPart, descending }] };
}
