import type { z } from "zod";
import { DomainError } from "@/lib/errors";
import messages from "@/messages/en/common.json";

const MAX_BYTES = 1024 * 1024;

/** Reads and checks a JSON body; an empty one counts as `{}`. @throws DomainError `invalid` naming each wrong field */
export async function readJson<Body>(request: Request, shape: z.ZodType<Body>, strictType: boolean): Promise<Body> {
  const type = request.headers.get("content-type") ?? "";
  // A form of another site can send text/plain or urlencoded without a preflight, but never JSON.
  if (strictType && !/^application\/(json|[\w.+-]+\+json)\b/i.test(type)) {
    throw new DomainError("invalid", "invalid_content_type", "Send the body as application/json.");
  }
  return checkShape(shape, parse(await readText(request)));
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

async function readText(request: Request): Promise<string> {
  if (Number(request.headers.get("content-length") ?? 0) > MAX_BYTES) throw tooLarge();
  const bytes = await request.arrayBuffer();
  if (bytes.byteLength > MAX_BYTES) throw tooLarge();
  return new TextDecoder().decode(bytes);
}

function tooLarge(): DomainError {
  return new DomainError("invalid", "request_too_large", "The body is larger than 1 MiB.");
}

function parse(text: string): unknown {
  if (text.trim() === "") return {};
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new DomainError("invalid", "invalid_json", "The body is not valid JSON.");
  }
}
