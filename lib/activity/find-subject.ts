import type { ScimRequest } from "./scim-request";

/** The name in the call itself: in the body of a create or replace, or in the filter of a lookup. */
export function findSubject({ requestBody, path }: Pick<ScimRequest, "requestBody" | "path">): string | null {
  const inBody = requestBody && (valueOf(requestBody, "displayName") ?? (joined(requestBody) || valueOf(requestBody, "userName")));
  if (inBody) return inBody;
  const query = path.split("?")[1];
  const filter = query && new URLSearchParams(query).get("filter");
  return (filter && /\beq\s+"([^"]{1,200})"/i.exec(filter)?.[1]) ?? null;
}

function joined(body: string): string {
  return [valueOf(body, "givenName"), valueOf(body, "familyName")].filter(Boolean).join(" ");
}

/** A body that was cut is no JSON any more. */
function valueOf(body: string, key: string): string | null {
  const text = new RegExp(`"${key}"\\s*:\\s*("(?:[^"\\\\]|\\\\.){1,200}")`).exec(body)?.[1];
  if (!text) return null;
  try {
    return JSON.parse(text) as string;
  } catch {
    return null;
  }
}
