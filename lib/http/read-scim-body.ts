import { isUtf8 } from "node:buffer";
import { invalidSyntax, payloadTooLarge } from "@/lib/scim/errors";

const deepest = 64;

/** Reads the text of a body of at most `limit` bytes; throws 413 for more. */
export async function readScimBody(
  request: { headers: Record<string, string | undefined>; body: (limit: number) => Promise<Buffer | null> },
  limit: number,
): Promise<string> {
  if (Number(request.headers["content-length"] ?? 0) > limit) throw tooLarge(limit);
  const bytes = await request.body(limit);
  if (bytes === null || bytes.length > limit) throw tooLarge(limit);
  // Anything else would be stored with the signs that stand for what could not be read.
  if (!isUtf8(bytes)) throw invalidSyntax("The body is not encoded in UTF-8.");
  return bytes.toString("utf8").replace(/^\uFEFF/, "");
}

/** The JSON of a body, whatever its Content-Type said (tolerance 29); throws 400 `invalidSyntax`. */
export function parseScimBody(text: string): unknown {
  if (text.trim() === "") throw invalidSyntax("The request needs a JSON body, but it is empty.");
  if (isTooDeep(text)) throw invalidSyntax(`The JSON body is nested more than ${deepest} levels deep.`);
  try {
    // A key of this name would become an object's prototype when the object is copied.
    return text.includes("__proto__") ? JSON.parse(text, (key, value: unknown) => (key === "__proto__" ? undefined : value)) : JSON.parse(text);
  } catch {
    throw invalidSyntax("The body is not valid JSON.");
  }
}

function tooLarge(limit: number): Error {
  return payloadTooLarge(`The body of a request may have at most ${limit / 1024 / 1024} MiB (${limit} bytes).`);
}

/** Counts brackets outside strings, so that nothing recursive meets a body made to exhaust the stack. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x5c && quoted) at++;
    else if (unit === 0x22) quoted = !quoted;
    else if (quoted) continue;
    else if (unit === 0x7b || unit === 0x5b) depth++;
    else if (unit === 0x7d || unit === 0x5d) depth--;
    if (depth > deepest) return true;
  }
  return false;
}
