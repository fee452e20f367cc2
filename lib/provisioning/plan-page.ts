import { formatAttributePath } from "@/lib/scim/schema/attribute-path";
import type { ListParameters } from "@/lib/scim/messages/list-query";
import type { ListPage } from "@/lib/scim/messages/list-response";
import type { ListQuery } from "@/lib/scim/messages/parse-list-query";
import type { Resource } from "@/lib/scim/resource/resource";
import { readCursor, writeCursor, type CursorQuery } from "./paging-cursor";

/** Where to begin reading, and how many rows to fetch: in a cursor query one more, to know whether there is another page. */
export type PageStart = {
  skip: number;
  fetch: number;
  count: number;
  total: number | null;
  keyset: { from: "after" | "before"; position: string } | null;
  cursor: CursorQuery | null;
};

/** Rows of a page with what is needed to go on from them. */
export type ReadRows = { total: number; rows: { position: string; resource: Resource }[] };

/** Index paging (RFC 7644 section 3.4.2.4), or cursor paging where the request has `cursor` (RFC 9865). */
export function planPage(query: ListQuery, parameters: ListParameters, connectionId: string, resource: string): PageStart {
  if (query.cursor === undefined) return { skip: query.startIndex - 1, fetch: query.count, count: query.count, total: null, keyset: null, cursor: null };
  const cursor: CursorQuery = {
    connectionId,
    resource,
    filter: parameters.filter ?? null,
    sortBy: query.sortBy ? formatAttributePath(query.sortBy) : null,
    sortOrder: query.sortOrder,
  };
  if (query.cursor === "") {
    const keyset = query.sortBy || resource === "" ? null : { from: "after" as const, position: "0" };
    return { skip: 0, fetch: query.count === 0 ? 0 : query.count + 1, count: query.count, total: null, keyset, cursor };
  }
  const given = parameters.count === undefined || parameters.count === "" ? null : query.count;
  const { from, at, total, count } = readCursor(cursor, query.cursor, given);
  const keyset = from === "skip" ? null : { from, position: at };
  return { skip: from === "skip" ? Number(at) : 0, fetch: count + 1, count, total, keyset, cursor };
}

/** The page as the client sees it, with the cursors to the pages beside it. */
export function finishPage(query: ListQuery, start: PageStart, { total, rows }: ReadRows): ListPage {
  if (!start.cursor) return { totalResults: total, startIndex: query.startIndex, resources: rows.map((row) => row.resource) };
  const backwards = start.keyset?.from === "before";
  const kept = backwards ? rows.slice(0, start.count).reverse() : rows.slice(0, start.count);
  const resources = kept.map((row) => row.resource);
  const more = rows.length > start.count;
  const cursor = start.cursor;
  const write = (from: "after" | "before" | "skip", at: string): string => writeCursor(cursor, { from, at, total, count: start.count });
  if (!start.keyset) {
    return {
      totalResults: total,
      resources,
      ...(more ? { nextCursor: write("skip", String(start.skip + start.count)) } : {}),
      ...(start.skip > 0 ? { previousCursor: write("skip", String(Math.max(0, start.skip - start.count))) } : {}),
    };
  }
  const [first, last] = [kept[0]?.position, kept.at(-1)?.position];
  const isFirst = backwards ? !more : start.keyset.position === "0";
  const next = backwards || more ? (last ?? placeBefore(start.keyset.position)) : undefined;
  return {
    totalResults: total,
    resources,
    ...(next === undefined ? {} : { nextCursor: write("after", next) }),
    ...(!isFirst && first !== undefined ? { previousCursor: write("before", first) } : {}),
  };
}

/** Whoever goes back and finds that everybody there has been deleted gets on from where they came. */
function placeBefore(position: string): string {
  return String(BigInt(position) - 1n);
}
