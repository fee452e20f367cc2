import type { z } from "zod";
import { DomainError } from "@/lib/errors";
import messages from "@/messages/en/common.json";

const MAX_BYTES = 1024 * 1024;
const LONE_SURROGATE = /\p{Surrogate}/u;

/** Reads and checks a JSON body; an empty one counts as `{}`. @throws DomainError `invalid` naming each wrong field */
export async function readJson<Body>(request: Request, shape: z.ZodType<Body>, strictType: boolean): Promise<Body> {
  return parseJson(request, shape, await readText(request), strictType);
}

/** The same for a body that was read already. */
export function parseJson<Body>(request: Request, shape: z.ZodType<Body>, text: string, strictType: boolean): Body {
  const type = request.headers.get("content-type") ?? "";
  // A form of another site can send text/plain or urlencoded without a preflight, but never JSON.
  if (strictType && !/^application\/(json|[\w.+-]+\+json)\b/i.test(type)) {
    throw new DomainError("invalid", "invalid_content_type", "Send the body as application/json.");
  }
  return checkShape(shape, parse(text));
}

/** Checks a value against a contract. @throws DomainError `invalid`, `details.fields` by path */
export function checkShape<Shape>(shape: z.ZodType<Shape>, value: unknown): Shape {
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data;
  const fields = Object.fromEntries(parsed.error.issues.map((issue) => [issue.path.join(".") || "body", issue.message]));
  const [name, reason] = Object.entries(fields)[0] ?? ["body", "invalid"];
  throw new DomainError("invalid", "invalid_request", `${name}: ${sentence(reason)}`, { fields });
}

/** Contracts say what is wrong by a word, which the portal translates; programmers read English. */
function sentence(reason: string): string {
  const sentences: Record<string, string> = messages.validation;
  return Object.hasOwn(sentences, reason) ? (sentences[reason] ?? reason) : reason;
}

/** The body as text. @throws DomainError `too_large` beyond 1 MiB */
export async function readText(request: Request): Promise<string> {
  if (Number(request.headers.get("content-length") ?? 0) > MAX_BYTES) throw tooLarge();
  const bytes = await request.arrayBuffer();
  if (bytes.byteLength > MAX_BYTES) throw tooLarge();
  return new TextDecoder().decode(bytes);
}

function tooLarge(): DomainError {
  return new DomainError("too_large", "request_too_large", "The body is larger than 1 MiB.");
}

function parse(text: string): unknown {
  if (text.trim() === "") return {};
  try {
    return checkText(JSON.parse(text) as unknown, "body");
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw new DomainError("invalid", "invalid_json", "The body is not valid JSON.");
  }
}

/**
 * Hands on a value whose texts PostgreSQL can hold: it knows neither NUL nor half a surrogate pair.
 * @throws DomainError `invalid` naming the place
 */
export function checkText<Value>(value: Value, place: string): Value {
  if (typeof value === "string") {
    if (value.includes("\0") || LONE_SURROGATE.test(value)) {
      throw new DomainError("invalid", "invalid_request", `${place}: contains a character that is no text.`, { fields: { [place]: "contains a character that is no text" } });
    }
  } else if (typeof value === "object" && value !== null) {
    for (const [name, part] of Object.entries(value)) {
      checkText(name, place);
      checkText(part, place === "body" || place === "query" || place === "path" ? name : `${place}.${name}`);
    }
  }
  return value;
}
