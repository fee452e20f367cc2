import { ApiError } from "./api-error";
import { noAnswer } from "./no-answer";

export type Envelope = { request_id: string; status_code: number };

type Query = Record<string, string | number | boolean | null | undefined>;

type Options = { query?: Query; body?: unknown; headers?: Record<string, string>; signal?: AbortSignal };

/**
 * Calls the management API with the portal's session: `api.get<{ members: Member[] }>("/organizations/acme/members")`.
 * The path is the one below /v1/b2b. Answers the payload with its envelope; throws an ApiError for anything else.
 */
export const api = {
  get: <Payload>(path: string, options?: Options) => send<Payload>("GET", path, options),
  post: <Payload>(path: string, body?: unknown, options?: Options) => send<Payload>("POST", path, { ...options, body: body ?? {} }),
  put: <Payload>(path: string, body?: unknown, options?: Options) => send<Payload>("PUT", path, { ...options, body: body ?? {} }),
  patch: <Payload>(path: string, body?: unknown, options?: Options) => send<Payload>("PATCH", path, { ...options, body: body ?? {} }),
  delete: <Payload>(path: string, body?: unknown, options?: Options) => send<Payload>("DELETE", path, body === undefined ? options : { ...options, body }),
};

/** Sends a form of the public pages, which stand outside the management API; refusals come in the same envelope. */
export async function postForm<Payload>(path: "/api/first-run" | "/api/language" | "/api/invitations/accept" | "/api/setup-links/enter" | "/api/setup-links/leave", body: unknown): Promise<Payload & Envelope> {
  return readPayload<Payload>(await fetchJson("POST", path, { body }));
}

/** The address of a management API path with its query, for links and downloads. */
export function apiUrl(path: string, query: Query = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== "") parameters.set(name, String(value));
  }
  const search = parameters.toString();
  return `/v1/b2b${path}${search ? `?${search}` : ""}`;
}

async function send<Payload>(method: string, path: string, options: Options = {}): Promise<Payload & Envelope> {
  return readPayload<Payload>(await fetchJson(method, apiUrl(path, options.query), options));
}

async function readPayload<Payload>(response: Response): Promise<Payload & Envelope> {
  const body: unknown = await response.json().catch(() => null);
  if (response.ok && typeof body === "object" && body !== null) return body as Payload & Envelope;
  throw toApiError(response, body);
}

async function fetchJson(method: string, url: string, { body, headers, signal }: Options): Promise<Response> {
  try {
    return await fetch(url, {
      method,
      credentials: "same-origin",
      headers: { accept: "application/json", ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw noAnswer();
  }
}

function toApiError(response: Response, body: unknown): ApiError {
  const problem = (typeof body === "object" && body !== null ? body : {}) as Record<string, unknown>;
  const text = (name: string) => (typeof problem[name] === "string" ? problem[name] : null);
  const details = typeof problem["error_details"] === "object" && problem["error_details"] !== null ? problem["error_details"] : {};
  return new ApiError(
    response.status,
    text("error_type") ?? "unexpected",
    text("error_message") ?? `The request failed (${response.status}).`,
    details as Record<string, unknown>,
    text("request_id"),
  );
}
