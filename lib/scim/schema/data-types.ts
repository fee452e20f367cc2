/**
 * Reads an xsd:dateTime (RFC 7643 section 2.3.5) as an instant in UTC, `2026-11-22T15:00:00.000Z`; null if it is none.
 * Without a time zone it is taken as UTC. Only dates that exist pass, so that PostgreSQL can read what passed.
 */
export function readInstant(text: string): string | null {
  const match = dateTime.exec(text);
  if (match === null || !isRealDay(Number(match[1]), Number(match[2]), Number(match[3]))) return null;
  const upper = text.toUpperCase();
  const instant = new Date(match[4] === undefined ? `${upper}Z` : upper);
  // An offset can move the first and the last day out of the four-digit years.
  const year = instant.getUTCFullYear();
  return year >= 1 && year <= 9999 ? instant.toISOString() : null;
}

/** Hours to 23, offsets to 14:00, as XML Schema has them. */
const dateTime =
  /^(\d{4})-(\d\d)-(\d\d)T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(Z|[+-](?:0\d|1[0-3]):[0-5]\d|[+-]14:00)?$/i;

/** Date.parse would read February 31 as March 3. */
function isRealDay(year: number, month: number, day: number): boolean {
  if (year === 0 || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Whether the text is base64 (RFC 7643 section 2.3.6), perhaps broken into lines. */
export function isBase64(text: string): boolean {
  return /^[A-Za-z0-9+/\s]*={0,2}$/.test(text.trim());
}

/** Whether PostgreSQL can hold the text: it refuses NUL and lone surrogates. */
export function isStorable(text: string): boolean {
  return !unstorable.test(text);
}

const unstorable = /[\0\p{Surrogate}]/u;
