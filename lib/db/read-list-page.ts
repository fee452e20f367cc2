import { pool } from "./client";
import { containsPattern, foldSearch } from "./contains-pattern";
import { afterPlace, type ListOrder, orderBy, placeOf, readCursor, writeCursor } from "./list-order";

/** What is listed: columns, and everything from FROM to the end of WHERE, with its values from $1 on. `head`: a WITH. `name`: prepared once. */
export type ListSource = { name: string; head?: string; columns: string; from: string; values: readonly unknown[] };

/** Which part: after a cursor, else from `offset` on. */
export type ListPart = { cursor?: string | null | undefined; offset: number; limit: number };

export type ListPage<Row> = { rows: Row[]; total: number; nextCursor: string | null };

/** A page by its number, as tables ask for it. */
export function pageOf({ cursor, page, limit }: { cursor?: string | undefined; page: number; limit: number }): ListPart {
  return { cursor, offset: (page - 1) * limit, limit };
}

/** What a search for a part of something is compared with: a LIKE pattern, whatever the case; null without one. */
export function patternOf({ search }: { search?: string | undefined }): string | null {
  const part = foldSearch(search ?? "");
  return part ? containsPattern(part) : null;
}

/**
 * A page of a list, how many it has in all, and the cursor of the next page (null on the last). A cursor names the place where
 * the page ended, so that rows that come and go before it neither repeat nor skip others. Throws `invalid_cursor`.
 */
export async function readListPage<Row extends object>(source: ListSource, order: ListOrder, part: ListPart): Promise<ListPage<Row>> {
  const { head = "", from, values } = source;
  const [found, counted] = await Promise.all([
    pool().query<Row & { place: string[] }>(select(source, order, part)),
    pool().query<{ total: number }>({ name: `${source.name}-count`, text: `${head} SELECT count(*)::int AS total ${from}`, values: [...values] }),
  ]);
  const shown = found.rows.slice(0, part.limit);
  const last = found.rows.length > part.limit ? shown.at(-1) : undefined;
  return {
    rows: shown.map(({ place: _, ...row }) => row as unknown as Row),
    total: counted.rows[0]?.total ?? 0,
    nextCursor: last ? writeCursor(order, last.place) : null,
  };
}

function select({ name, head = "", columns, from, values }: ListSource, order: ListOrder, { cursor, offset, limit }: ListPart) {
  const place = cursor ? readCursor(order, cursor) : [];
  const at = values.length + 1;
  const after = cursor ? `AND ${afterPlace(order, at)}` : "";
  return {
    name: `${name}-${order.name}-${cursor ? "after" : "from"}`,
    text: `${head} SELECT ${columns}, ${placeOf(order)} AS place ${from} ${after} ORDER BY ${orderBy(order)} LIMIT $${at + place.length} OFFSET $${at + place.length + 1}`,
    values: [...values, ...place, limit + 1, cursor ? 0 : offset],
  };
}
