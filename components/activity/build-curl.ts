/** A call as a command for a terminal; the token is left for the person to put in. Pure. */
export function buildCurl(call: { method: string; path: string; request_headers: Record<string, string>; request_body: string | null; base_url: string | null }): string {
  const contentType = call.request_headers["content-type"] ?? "application/scim+json";
  const parts = [
    `curl -X ${call.method} ${quote(`${call.base_url ?? ""}${call.path}`)}`,
    `-H 'Authorization: Bearer YOUR_TOKEN'`,
    `-H 'Accept: application/scim+json'`,
    ...(call.request_body === null ? [] : [`-H ${quote(`Content-Type: ${contentType}`)}`, `--data-raw ${quote(call.request_body)}`]),
  ];
  return parts.join(" \\\n  ");
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
