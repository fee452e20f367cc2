/** An answer as a client sees it; header names in lower case. */
export type Answer = { status: number; headers: Record<string, string>; body: Json; text: string };

// What comes from outside is looked at, not believed.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Json = any;

/** A SCIM client that knows a base URL and nothing else of the service. */
export type Client = { base: string; token: string; call: (method: string, target: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer> };

export const URNS = {
  user: "urn:ietf:params:scim:schemas:core:2.0:User",
  group: "urn:ietf:params:scim:schemas:core:2.0:Group",
  enterprise: "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User",
  patch: "urn:ietf:params:scim:api:messages:2.0:PatchOp",
  list: "urn:ietf:params:scim:api:messages:2.0:ListResponse",
  error: "urn:ietf:params:scim:api:messages:2.0:Error",
  search: "urn:ietf:params:scim:api:messages:2.0:SearchRequest",
  bulk: "urn:ietf:params:scim:api:messages:2.0:BulkRequest",
};

/** A client over HTTP. */
export function httpClient(base: string, token: string): Client {
  const call: Client["call"] = async (method, target, body, headers = {}) => {
    const type: Record<string, string> = body === undefined ? {} : { "content-type": "application/scim+json" };
    const sent = body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) };
    const answer = await fetch(`${base}${target}`, { method, headers: { authorization: `Bearer ${token}`, accept: "application/scim+json", ...type, ...headers }, ...sent });
    const text = await answer.text();
    return { status: answer.status, headers: Object.fromEntries(answer.headers.entries()), text, body: text === "" ? undefined : JSON.parse(text) };
  };
  return { base, token, call };
}

export const patchOp = (...Operations: unknown[]): unknown => ({ schemas: [URNS.patch], Operations });
export const filterQuery = (path: string, filter: string, more = ""): string => `${path}?filter=${encodeURIComponent(filter)}${more}`;
