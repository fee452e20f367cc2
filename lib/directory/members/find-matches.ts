import { pool } from "@/lib/db/client";
import type { ListPart } from "@/lib/db/read-list-page";
import type { OrganizationScope } from "@/lib/scope";
import { findEveryMatch } from "./find-every-match";
import { type Narrowing, narrowMembers } from "./narrow-members";
import { selectMembersPage } from "./select-members-page";
import { columnOf, isIndexed, type MemberFilter, selectMembersWhere } from "./select-members-where";

type Query = MemberFilter & ListPart & { totalUpTo?: number | undefined };
type Place = { id: string; place: string[] };

/** `total` counts up to the given number, or as far as was looked; with `isMore` there are more. */
type Matches = { total: number; isMore: boolean; rows: Place[] };

/** So many are looked for behind a page where nothing else says how many there are. */
const AHEAD = 1000;

/** So many that a search or a filter finds are collected and sorted before it is asked what else there is to do. */
const FEW = 5000;

/** From here on a walk along the list costs more than collecting all who fit, where groups or roles are asked for each member. */
const DEEP = { group: 1500, other: 20_000 };

/**
 * A page of the members whom searches and filters find. Few are collected and sorted. Where each condition alone finds more, and nobody wants to know how
 * many, the list is walked in its order until the page is full: that ends soon, since many fit. For the rest all are collected.
 */
export async function findMatches(scope: OrganizationScope, query: Query): Promise<Matches> {
  const narrowings = await narrowMembers(scope, query);
  const most = query.totalUpTo ?? FEW;
  // A page behind those few, where a walk to it would be too far: nobody needs to know beforehand whether there are so many.
  if (query.offset >= most && !isWalk(query)) return { ...(await findEveryMatch(scope, query, narrowings)), isMore: false };
  let certain = false;
  for (const driver of narrowings) {
    const few = await findFew(scope, query, { driver, narrowings, most });
    if (few.hits <= most) return { total: few.total, isMore: false, rows: few.rows };
    certain = few.people > most && narrowings.length === 1 && driver.rest === undefined && query.status === undefined;
  }
  if (!isWalk(query) && !(certain && isNear(query, most))) return { ...(await findEveryMatch(scope, query, narrowings)), isMore: false };
  const { total, isMore, rows } = await findMany(scope, query, narrowings, certain ? query.limit : AHEAD);
  return certain ? { total: most, isMore: true, rows } : { total, isMore, rows };
}

/** Among those of whom it is certain that there are so many: nothing but the page is left to find. */
function isNear({ totalUpTo, cursor, offset, limit }: Query, most: number): boolean {
  return totalUpTo !== undefined && !cursor && offset + limit < most;
}

/** Along an index, to a page that is not far, without an end to count to. */
function isWalk(query: Query): boolean {
  const { totalUpTo, cursor, offset, groupId, roleId } = query;
  return totalUpTo !== undefined && !cursor && isIndexed(query) && offset < (groupId ?? roleId ? DEEP.group : DEEP.other);
}

type Few = { hits: number; people: number; total: number; rows: Place[] };

/** Whom the driver alone finds, `hits` up to one more than `most`; `people` of them are different. The page is empty where that is too many. */
async function findFew(scope: OrganizationScope, query: Query, { driver, narrowings, most }: { driver: Narrowing; narrowings: Narrowing[]; most: number }): Promise<Few> {
  const { where, values } = selectMembersWhere(scope, query);
  const give = (value: unknown): string => `$${values.push(value)}`;
  const limit = give(most);
  const hits = `SELECT hit.member_id FROM (${driver.hits(give)}) AS hit LIMIT ${limit}::int + 1`;
  const fitting = [where, ...narrowings.map((narrowing) => (narrowing === driver ? (driver.rest ?? "true") : narrowing.row(give)))].join(" AND ");
  const { rows } = await pool().query<Few>(
    `WITH hit AS MATERIALIZED (${hits}), person AS MATERIALIZED (SELECT DISTINCT hit.member_id FROM hit),
     found AS MATERIALIZED (SELECT member.id, member.${columnOf(query.sort)} FROM member WHERE (SELECT count(*) FROM hit) <= ${limit} AND member.id IN (SELECT person.member_id FROM person) AND ${fitting}),
     page AS (${selectMembersPage("found AS member", "true", query, values)})
     SELECT (SELECT count(*)::int FROM hit) AS hits, (SELECT count(*)::int FROM person) AS people, (SELECT count(*)::int FROM found) AS total,
       coalesce((SELECT json_agg(page) FROM page), '[]') AS rows`,
    values,
  );
  return rows[0] ?? { hits: 0, people: 0, total: 0, rows: [] };
}

async function findMany(scope: OrganizationScope, query: Query, narrowings: Narrowing[], ahead: number): Promise<Matches> {
  const { where, values } = selectMembersWhere(scope, query);
  const give = (value: unknown): string => `$${values.push(value)}`;
  const fitting = [where, ...narrowings.map((narrowing) => narrowing.row(give))].join(" AND ");
  const { rows } = await pool().query<Place>(selectMembersPage("member", fitting, { ...query, limit: ahead }, values), values);
  const isMore = rows.length > ahead;
  return { total: query.offset + rows.length - (isMore ? 1 : 0), isMore, rows };
}
