/**
 * Reads an xsd:dateTime (RFC 7643 section 2.3.5) as an instant in UTC, `2026-11-22T15:00:00.000Z`; null if it is none.
 * Without a time zone it is taken as UTC.
 */
export function readInstant(text: string): string | null {
  if (!dateTime.test(text)) return null;
  const zoned = zone.test(text) ? text : `${text}Z`;
  const milliseconds = Date.parse(zoned);
  return Number.isNaN(milliseconds) ? null : new Date(milliseconds).toISOString();
}

const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)?$/i;
const zone = /(Z|[+-]\d\d:\d\d)$/i;

/** Whether PostgreSQL can hold the text: it refuses NUL and lone surrogates. */
export function isStorable(text: string): boolean {
  return !unstorable.test(text);
}

const unstorable = /[\0\p{Surrogate}]/u;
