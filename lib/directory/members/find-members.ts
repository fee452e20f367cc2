import { pool } from "@/lib/db/client";
import type { OrganizationScope } from "@/lib/scope";
import { loadMembers } from "./load-members";
import type { MemberRecord } from "./member-record";
import { type MemberFilter, orderMembers, selectMembersWhere } from "./select-members-where";

export type FindMembers = MemberFilter & { offset: number; limit: number };

export type FoundMembers = { members: MemberRecord[]; total: number };

type Found = { total: number; ids: string[] };

/** A page of an organization's members and how many there are. */
export async function findMembers(scope: OrganizationScope, query: FindMembers): Promise<FoundMembers> {
  const isNarrow = query.search !== undefined || query.groupId !== undefined || query.roleId !== undefined || query.connectionId !== undefined;
  const { total, ids } = await (isNarrow ? findSome(scope, query) : findAll(scope, query));
  return { members: await loadMembers(scope, ids), total };
}

/** Whom a search or a filter finds is found once, for the count and for the page. */
async function findSome(scope: OrganizationScope, query: FindMembers): Promise<Found> {
  const { where, values } = selectMembersWhere(scope, query);
  const { rows } = await pool().query<Found>(
    `WITH found AS MATERIALIZED (SELECT member.* FROM member WHERE ${where})
     SELECT (SELECT count(*)::int FROM found) AS total,
       ARRAY(SELECT member.id FROM found AS member ORDER BY ${orderMembers(query)} LIMIT $${values.length + 1} OFFSET $${values.length + 2}) AS ids`,
    [...values, query.limit, query.offset],
  );
  return rows[0] ?? { total: 0, ids: [] };
}

/** Everybody is listed along an index; behind the middle from its end, so that the last page costs what the first does. */
async function findAll(scope: OrganizationScope, query: FindMembers): Promise<Found> {
  const { where, values } = selectMembersWhere(scope, query);
  const counted = await pool().query<{ total: number }>(`SELECT count(*)::int AS total FROM member WHERE ${where}`, values);
  const total = counted.rows[0]?.total ?? 0;
  const isLate = query.offset > total / 2;
  const limit = isLate ? Math.max(0, Math.min(query.limit, total - query.offset)) : query.limit;
  const offset = isLate ? Math.max(0, total - query.offset - limit) : query.offset;
  const order = isLate ? opposite[query.order] : query.order;
  const { rows } = await pool().query<{ id: string }>(
    `SELECT member.id FROM member WHERE ${where} ORDER BY ${orderMembers({ ...query, order })} LIMIT $${values.length + 1} OFFSET $${values.length + 2}`,
    [...values, limit, offset],
  );
  const ids = rows.map((row) => row.id);
  return { total, ids: isLate ? ids.reverse() : ids };
}

const opposite = { asc: "desc", desc: "asc" } as const;
