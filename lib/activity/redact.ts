/** An attribute of a body that is a secret by its name. */
const namesSecret = /(passphrase|secret|token|api_?key)"\s*:/i;

const cap = 16 * 1024;
const shownResponseHeaders = ["content-type", "etag", "location", "retry-after", "www-authenticate", "allow"];
const shownHeaders = ["accept", "content-type", "content-length", "user-agent", "if-match", "if-none-match", "x-forwarded-for"];

/** A body for the log: no passwords, at most 16 KiB, nothing that the database cannot hold. */
export function redactBody(text: string | null): string | null {
  if (text === null) return null;
  return clean(mentionsSecret(text) ? redactPasswords(text) : text, cap);
}

function mentionsSecret(text: string): boolean {
  return /password/i.test(text) || namesSecret.test(text);
}

/** The same for an answer: of a long one, which is most of the work of logging a page, only what is kept is looked at. In answers, a name comes before its value. */
export function redactAnswer(text: string | null): string | null {
  if (text === null || text.length <= cap) return redactBody(text);
  const kept = text.slice(0, cap);
  return mentionsSecret(kept) ? redactBody(text) : clean(kept, cap);
}

/** The headers that help to understand a call. Of the credential only its form is kept. */
export function redactHeaders(headers: Record<string, string | undefined>): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const name of shownHeaders) {
    const value = headers[name];
    if (value !== undefined) kept[name] = clean(value, 300);
  }
  if (headers.authorization !== undefined) kept.authorization = describeCredential(headers.authorization);
  return kept;
}

/** The headers of an answer that say something about it. */
export function redactResponseHeaders(headers: Record<string, string>): Record<string, string> {
  const entries = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), clean(value, 300)] as const);
  return Object.fromEntries(entries.filter(([name]) => shownResponseHeaders.includes(name)));
}

/** What the log has of a request's body: whether the call can be repeated from it. */
export function bodyState(text: string | null): "kept" | "none" | "cut" | "redacted" {
  if (text === null || text === "") return "none";
  // A password is dropped when a call is served, too; any other secret would be missed.
  if (namesSecret.test(text)) return "redacted";
  return text.length > cap ? "cut" : "kept";
}

/** Path and query for the log. */
export function redactPath(path: string): string {
  return clean(path.replace(/([?&](?:access_token|token|bearer|secret|password|api_?key)=)[^&]*/gi, "$1[redacted]"), 4 * 1024);
}

/** Text that PostgreSQL can hold. */
export function clean(text: string, length: number): string {
  const kept = text.slice(0, length);
  return kept.isWellFormed() && !kept.includes("\0") ? kept : kept.replace(/\0|\p{Surrogate}/gu, "\uFFFD");
}

function describeCredential(authorization: string): string {
  const scheme = /^\s*((?:bearer|basic)\s+)*/i.exec(authorization)?.[0] ?? "";
  return `${scheme.replace(/\s+/g, " ").trimStart()}[redacted]`;
}

function redactPasswords(text: string): string {
  try {
    return JSON.stringify(hidePasswords(JSON.parse(text)));
  } catch {
    return "[not shown: it is not valid JSON and mentions a password or a secret]";
  }
}

function hidePasswords(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(hidePasswords);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value);
  const aboutPassword = entries.some(([name, inner]) => name.toLowerCase() === "path" && typeof inner === "string" && /password/i.test(inner));
  return Object.fromEntries(
    entries.map(([name, inner]) => [name, isSecret(name) || (aboutPassword && name.toLowerCase() === "value") ? "[redacted]" : hidePasswords(inner)]),
  );
}

function isSecret(name: string): boolean {
  return /(password|passphrase|secret|token|api_?key)$/i.test(name);
}
