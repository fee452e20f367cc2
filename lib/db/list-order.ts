import { z } from "zod";
import { invalidCursor, openPlace, sealPlace } from "@/lib/sealed-cursor";

/** One expression that a list is ordered by. It is never null, and the last one of an order is unique. */
export type OrderPart = { sql: string; kind: PartKind; descending?: boolean };

/** An order of a list. Its name is in the cursors, so that another list's, or another order's, is none of ours. */
export type ListOrder = { name: string; parts: readonly OrderPart[] };

/** How a value travels in a cursor: `text` of a column, the `cast` back, and what is one. A forged one must not reach the database. */
export type PartKind = { text: (sql: string) => string; cast: string; isOne: (text: string) => boolean };

const asText = (sql: string) => `(${sql})::text`;

export const textPart: PartKind = { text: asText, cast: "text", isOne: (text) => !/\0|\p{Surrogate}/u.test(text) };
export const uuidPart: PartKind = { text: asText, cast: "uuid", isOne: (text) => z.uuid().safeParse(text).success };
export const integerPart: PartKind = { text: asText, cast: "bigint", isOne: (text) => /^-?\d{1,18}$/.test(text) };
export const booleanPart: PartKind = { text: asText, cast: "boolean", isOne: (text) => text === "true" || text === "false" };
export const timePart: PartKind = {
  text: (sql) => `to_char(${sql} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
  cast: "timestamptz",
  isOne: (text) => z.iso.datetime().safeParse(text).success,
};

/** A value of a database enum; its order is the enum's. */
export function enumPart(type: string, values: readonly string[]): PartKind {
  return { text: asText, cast: type, isOne: (text) => values.includes(text) };
}

/** SQL: the list of an ORDER BY. */
export function orderBy({ parts }: ListOrder): string {
  return parts.map(({ sql, descending }) => `${sql} ${descending ? "DESC" : "ASC"}`).join(", ");
}

/** SQL: where a row is in the order, an array of texts for `writeCursor`. */
export function placeOf({ parts }: ListOrder): string {
  return `ARRAY[${parts.map(({ sql, kind }) => kind.text(sql)).join(", ")}]`;
}

/** SQL: the condition for what comes after a place whose values are parameters from number `from` on. */
export function afterPlace({ parts }: ListOrder, from: number): string {
  const values = parts.map(({ kind }, at) => `$${from + at}::${kind.cast}`);
  const [first] = parts;
  // One comparison of rows can follow an index; mixed directions have none.
  if (parts.every(({ descending }) => Boolean(descending) === Boolean(first?.descending))) {
    return `(${parts.map(({ sql }) => sql).join(", ")}) ${first?.descending ? "<" : ">"} (${values.join(", ")})`;
  }
  return parts.reduceRight((rest, { sql, descending }, at) => {
    const beyond = `${sql} ${descending ? "<" : ">"} ${values[at]}`;
    return rest ? `(${beyond} OR (${sql} = ${values[at]} AND ${rest}))` : beyond;
  }, "");
}

/** Where a page ended, opaque to the caller. */
export function writeCursor({ name }: ListOrder, place: readonly string[]): string {
  return sealPlace(name, place);
}

/** The values of a cursor. @throws DomainError `invalid_cursor` for what this order did not give */
export function readCursor({ name, parts }: ListOrder, cursor: string): string[] {
  const place = openPlace(name, cursor);
  if (place.length !== parts.length || !parts.every(({ kind }, at) => kind.isOne(place[at] ?? ""))) throw invalidCursor();
  return place;
}
