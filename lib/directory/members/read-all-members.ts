import { pool } from "@/lib/db/client";
import { orderBy } from "@/lib/db/list-order";
import type { OrganizationScope } from "@/lib/scope";
import { loadMembers } from "./load-members";
import type { MemberRecord } from "./member-record";
import { type MemberFilter, orderMembers, selectMembersWhere } from "./select-members-where";

const BATCH = 500;

/**
 * All members that a filter selects, for an export: who they are is decided once, at the start, so that nobody is listed twice
 * or skipped while people come and go; what is known of them is read in batches as the reader takes them.
 */
export async function readAllMembers(scope: OrganizationScope, filter: MemberFilter): Promise<{ total: number; batches: AsyncGenerator<MemberRecord[], void> }> {
  const { where, values } = selectMembersWhere(scope, filter);
  const { rows } = await pool().query<{ id: string }>(`SELECT member.id FROM member WHERE ${where} ORDER BY ${orderBy(orderMembers(filter))}`, values);
  return { total: rows.length, batches: readBatches(scope, rows.map((row) => row.id)) };
}

async function* readBatches(scope: OrganizationScope, ids: readonly string[]): AsyncGenerator<MemberRecord[], void> {
  for (let from = 0; from < ids.length; from += BATCH) yield await loadMembers(scope, ids.slice(from, from + BATCH));
}
