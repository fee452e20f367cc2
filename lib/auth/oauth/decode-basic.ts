/**
 * RFC 6749 section 2.3.1 has clients form-encode id and secret before they are joined for Basic; many do not. Ours have no
 * character that encoding changes but `-` and `_`, so that both forms can be read: returns the header with plain values.
 */
export function decodeBasic(authorization: string): string {
  const [scheme = "", encoded = ""] = authorization.trim().split(/\s+/, 2);
  if (scheme.toLowerCase() !== "basic") return authorization;
  const pair = Buffer.from(encoded, "base64").toString("utf8").split(":").map(decodeForm).join(":");
  return `Basic ${Buffer.from(pair).toString("base64")}`;
}

function decodeForm(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}
