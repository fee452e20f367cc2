import { pool } from "@/lib/db/client";
import { orderBy, writeCursor } from "@/lib/db/list-order";
import type { ListPart } from "@/lib/db/read-list-page";
import type { OrganizationScope } from "@/lib/scope";
import { findEveryMatch } from "./find-every-match";
import { findMatches } from "./find-matches";
import { loadMembers } from "./load-members";
import type { MemberRecord } from "./member-record";
import { placesOf, selectMembersPage } from "./select-members-page";
import { columnOf, type MemberFilter, orderMembers, selectMembersWhere } from "./select-members-where";

/** With `totalUpTo`, a search or filter that finds more is counted no further (except behind a cursor, where nothing else counts). */
export type FindMembers = MemberFilter & ListPart & { totalUpTo?: number | undefined };

/** With `isMore` there are more than `total`. */
export type FoundMembers = { members: MemberRecord[]; total: number; isMore: boolean; nextCursor: string | null };

type Place = { id: string; place: string[] };
type Found = { total: number; isMore: boolean; rows: Place[] };

/** A page of an organization's members, how many there are, and the cursor of the next page. Throws `invalid_cursor`. */
export async function findMembers(scope: OrganizationScope, query: FindMembers): Promise<FoundMembers> {
  const isNarrow = query.search !== undefined || query.groupId !== undefined || query.roleId !== undefined || query.connectionId !== undefined;
  const { total, isMore, rows } = await (isNarrow ? findMatches(scope, query) : findAll(scope, query));
  const shown = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? shown.at(-1) : undefined;
  const members = await loadMembers(scope, shown.map((row) => row.id));
  return { members, total, isMore, nextCursor: last ? writeCursor(orderMembers(query), last.place) : null };
}

/** Everybody is listed along an index; behind the middle from its end, so that the last page costs what the first does. */
async function findAll(scope: OrganizationScope, query: FindMembers): Promise<Found> {
  if (query.sort === "status") return { ...(await findEveryMatch(scope, query, [])), isMore: false };
  const { where, values } = selectMembersWhere(scope, query);
  const counted = await pool().query<{ total: number }>(`SELECT count(*)::int AS total FROM member WHERE ${where}`, values);
  const total = counted.rows[0]?.total ?? 0;
  const isLate = !query.cursor && query.offset > total / 2;
  const text = isLate ? latePage(where, query, total, values) : selectMembersPage("member", where, query, values);
  const { rows } = await pool().query<Place>(text, values);
  return { total, isMore: false, rows };
}

function latePage(where: string, query: FindMembers, total: number, values: unknown[]): string {
  const limit = Math.max(0, Math.min(query.limit + 1, total - query.offset));
  const at = values.push(limit, Math.max(0, total - query.offset - limit));
  const backwards = orderBy(orderMembers({ ...query, order: opposite[query.order] }));
  return placesOf(query, `SELECT member.id, member.${columnOf(query.sort)} FROM member WHERE ${where} ORDER BY ${backwards} LIMIT $${at - 1} OFFSET $${at}`);
}

const opposite = { asc: "desc", desc: "asc" } as const;
