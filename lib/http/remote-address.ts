/** The address a request came from, as the door in front of the handlers recorded it. Null when nobody did. */
export function remoteAddress(headers: Headers): string | null {
  return headers.get("x-forwarded-for")?.split(",")[0]?.trim() || null;
}
