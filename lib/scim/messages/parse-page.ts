import { invalidCount, invalidValue } from "@/lib/scim/errors";
import type { ListParameters, ListQuery, PageLimits } from "@/lib/scim/messages/list-query";
import type { QuirkLog } from "@/lib/scim/quirks/quirk-log";

type Page = Pick<ListQuery, "startIndex" | "count" | "cursor">;

/**
 * Reads `startIndex` and `count` (RFC 7644 section 3.4.2.4) or `cursor` and `count` (RFC 9865 section 2). Values out of
 * range are brought into it (tolerance 33); what is no integer is refused: invalidCount in a cursor query, else
 * invalidValue.
 */
export function parsePage(parameters: ListParameters, quirks: QuirkLog, { defaultCount, maxCount }: PageLimits): Page {
  const { cursor } = parameters;
  const count = readInteger(parameters.count, "count", cursor !== undefined) ?? Math.min(defaultCount, maxCount);
  const startIndex = readInteger(parameters.startIndex, "startIndex", false) ?? 1;
  const page = { startIndex: Math.max(1, startIndex), count: Math.min(Math.max(0, count), maxCount) };
  if (page.startIndex !== startIndex || page.count !== count) {
    quirks.note("page_clamped", `startIndex=${startIndex}&count=${count}`);
  }
  return cursor === undefined ? page : { ...page, cursor };
}

function readInteger(value: string | number | undefined, name: string, isCursorQuery: boolean): number | undefined {
  if (value === undefined || value === "") return undefined;
  const number = typeof value === "number" ? value : readDecimal(value.trim());
  if (Number.isSafeInteger(number)) return number;
  const detail = `"${name}" must be an integer.`;
  throw isCursorQuery ? invalidCount(detail) : invalidValue(detail);
}

/** Decimal digits only: Number() would also take "0x10" and "1e3". */
function readDecimal(text: string): number {
  return /^[+-]?\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
}
