import type { MemberFilter } from "@/lib/contracts/member";
import { parseWireId } from "@/lib/contracts/wire-id";
import { pool } from "@/lib/db/client";
import { containsPattern, foldSearch } from "@/lib/db/contains-pattern";
import { groupBy } from "@/lib/group-by";
import type { OrganizationScope } from "@/lib/scope";
import { openPlace, sealPlace } from "@/lib/sealed-cursor";
import { loadMembers } from "./load-members";
import type { MemberRecord } from "./member-record";

export type SearchMembers = {
  operator: "AND" | "OR";
  filters: readonly MemberFilter[];
  cursor?: string | null | undefined;
  limit: number;
};

export type MemberPage = { members: MemberRecord[]; total: number; nextCursor: string | null };

type Place = { id: string; organizationId: string; createdAt: Date };

/**
 * Members of several organizations, oldest first, a page at a time; the cursor stays right while members come and go. Deleted members are left out unless a
 * `statuses` filter asks for them. A cursor that is not ours is `invalid_cursor`.
 */
export async function searchMembers(scopes: readonly OrganizationScope[], search: SearchMembers): Promise<MemberPage> {
  const { where, values } = narrow(scopes, search);
  const after = readCursor(search.cursor);
  const { rows } = await pool().query<Place>(
    `SELECT member.id, member.organization_id AS "organizationId", member.created_at AS "createdAt" FROM member
     WHERE ${where} AND (member.created_at, member.id) > ($${values.length + 1}::timestamptz, $${values.length + 2}::uuid)
     ORDER BY member.created_at, member.id LIMIT $${values.length + 3}`,
    [...values, after.createdAt, after.id, search.limit + 1],
  );
  const counted = await pool().query<{ total: number }>(`SELECT count(*)::int AS total FROM member WHERE ${where}`, values);
  const shown = rows.slice(0, search.limit);
  const last = rows.length > search.limit ? shown.at(-1) : undefined;
  return { members: await loadInOrder(scopes, shown), total: counted.rows[0]?.total ?? 0, nextCursor: last ? writeCursor(last) : null };
}

async function loadInOrder(scopes: readonly OrganizationScope[], places: Place[]): Promise<MemberRecord[]> {
  const loaded = new Map<string, MemberRecord>();
  for (const [organizationId, group] of groupBy(places, (place) => place.organizationId)) {
    const scope = scopes.find((each) => each.organizationId === organizationId);
    if (!scope) continue;
    for (const member of await loadMembers(scope, group.map((place) => place.id))) loaded.set(member.id, member);
  }
  return places.flatMap((place) => loaded.get(place.id) ?? []);
}

function narrow(scopes: readonly OrganizationScope[], { operator, filters }: SearchMembers): { where: string; values: unknown[] } {
  const values: unknown[] = [scopes.map((scope) => scope.organizationId)];
  const give = (value: unknown) => `$${values.push(value)}`;
  const conditions = filters.map((filter) => condition(filter, give));
  const asksForStatus = filters.some((filter) => filter.filter_name === "statuses");
  const joined = conditions.length > 0 ? `(${conditions.join(` ${operator} `)})` : "true";
  return { where: `member.organization_id = ANY($1::uuid[]) ${asksForStatus ? "" : "AND member.deleted_at IS NULL"} AND ${joined}`, values };
}

/** Rollcall knows no phone numbers and no break-glass members: nobody has any. */
function condition(filter: MemberFilter, give: (value: unknown) => string): string {
  switch (filter.filter_name) {
    case "member_ids":
      return `(member.id = ANY(${give(filter.filter_value.flatMap((id) => parseWireId("member", id) ?? []))}::uuid[]) OR member.external_id = ANY(${give(filter.filter_value)}::text[]))`;
    case "member_emails":
      return `member.email_key = ANY(${give(filter.filter_value.map((email) => email.trim().toLowerCase()))}::text[])`;
    case "member_email_fuzzy":
      return `member.email_key LIKE ${give(containsPattern(foldSearch(filter.filter_value)))}`;
    case "statuses":
      return `member.status::text = ANY(${give(filter.filter_value)}::text[])`;
    case "member_is_breakglass":
      return filter.filter_value ? "false" : "true";
    case "member_phone_numbers":
    case "member_phone_number_fuzzy":
      return "false";
  }
}

function writeCursor({ createdAt, id }: Place): string {
  return sealPlace("members-search", [createdAt.toISOString(), id]);
}

function readCursor(cursor: string | null | undefined): { createdAt: string; id: string } {
  if (!cursor) return { createdAt: "-infinity", id: "00000000-0000-0000-0000-000000000000" };
  const [createdAt = "", id = ""] = openPlace("members-search", cursor);
  return { createdAt, id };
}
