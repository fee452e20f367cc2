import { pool } from "@/lib/db/client";
import { orderBy } from "@/lib/db/list-order";
import type { OrganizationScope } from "@/lib/scope";
import { loadMembers } from "./load-members";
import type { MemberRecord } from "./member-record";
import { narrowMembers } from "./narrow-members";
import { selectEveryMatch } from "./select-every-match";
import { type MemberFilter, orderMembers } from "./select-members-where";

const BATCH = 500;

/**
 * All members that a filter selects, for an export: who they are is decided once, at the start, so that nobody is listed twice
 * or skipped while people come and go; what is known of them is read in batches as the reader takes them.
 */
export async function readAllMembers(scope: OrganizationScope, filter: MemberFilter): Promise<{ total: number; batches: AsyncGenerator<MemberRecord[], void> }> {
  const { text, values } = selectEveryMatch(scope, filter, await narrowMembers(scope, filter));
  const { rows } = await pool().query<{ id: string }>(`SELECT member.id FROM (${text}) AS member ORDER BY ${orderBy(orderMembers(filter))}`, values);
  return { total: rows.length, batches: readBatches(scope, rows.map((row) => row.id)) };
}

async function* readBatches(scope: OrganizationScope, ids: readonly string[]): AsyncGenerator<MemberRecord[], void> {
  for (let from = 0; from < ids.length; from += BATCH) yield await loadMembers(scope, ids.slice(from, from + BATCH));
}
