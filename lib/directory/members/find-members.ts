import { pool } from "@/lib/db/client";
import type { OrganizationScope } from "@/lib/scope";
import { loadMembers } from "./load-members";
import type { MemberRecord } from "./member-record";
import { type MemberFilter, orderMembers, selectMembersWhere } from "./select-members-where";

export type FindMembers = MemberFilter & { offset: number; limit: number };

export type FoundMembers = { members: MemberRecord[]; total: number };

/** A page of an organization's members and how many there are. */
export async function findMembers(scope: OrganizationScope, query: FindMembers): Promise<FoundMembers> {
  const { where, values } = selectMembersWhere(scope, query);
  const { rows } = await pool().query<{ id: string }>(
    `SELECT member.id FROM member WHERE ${where} ORDER BY ${orderMembers(query)} LIMIT $${values.length + 1} OFFSET $${values.length + 2}`,
    [...values, query.limit, query.offset],
  );
  const counted = await pool().query<{ total: number }>(`SELECT count(*)::int AS total FROM member WHERE ${where}`, values);
  return { members: await loadMembers(scope, rows.map((row) => row.id)), total: counted.rows[0]?.total ?? 0 };
}
