/** Enough for any assertion; far from a load. */
const MOST_BYTES = 64 * 1024;

/** The fields of a form-encoded body; empty for another type or for one that is too long. Of a repeated field, the last. */
export async function readForm(request: Request): Promise<Record<string, string>> {
  if (!request.headers.get("content-type")?.toLowerCase().startsWith("application/x-www-form-urlencoded")) return {};
  if (Number(request.headers.get("content-length") ?? 0) > MOST_BYTES) return {};
  const text = await request.text();
  return text.length > MOST_BYTES ? {} : Object.fromEntries(new URLSearchParams(text));
}
