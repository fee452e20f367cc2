import type { HttpAnswer } from "../../simulator/send-http.ts";
import type { Tenant } from "./play-conversation.ts";

const ERROR = "urn:ietf:params:scim:api:messages:2.0:Error";

/** What is wrong with any answer of a SCIM server, whatever was asked (RFC 7644 §3.1, §3.12; RFC 7643 §3.1). */
export function findFaults(answer: HttpAnswer, tenant: Tenant, request: { method: string; path: string }): string[] {
  if (answer.status === 204 || answer.status === 304 || request.method === "HEAD") return answer.text === "" ? [] : [`a body came with ${String(answer.status)}`];
  if (request.path.startsWith("/oauth/")) return faultsOfToken(answer);
  const faults: string[] = [];
  const type = answer.headers["content-type"];
  if (type !== "application/scim+json") faults.push(`Content-Type is ${String(type)}`);
  if (answer.json === undefined) faults.push("the body is no JSON");
  if (answer.status >= 400) faults.push(...faultsOfError(answer));
  if (answer.status === 401 && !answer.headers["www-authenticate"]) faults.push("401 without WWW-Authenticate");
  if (answer.status === 405 && !answer.headers["allow"]) faults.push("405 without Allow");
  if (answer.status === 201 && !hasPlace(answer)) faults.push(`Location is ${String(answer.headers["location"])}, meta.location ${String(metaOf(answer.json)["location"])}`);
  if (answer.text.includes(tenant.token)) faults.push("the token is in the body");
  walk(answer.json, (name, value) => {
    if (name === "password") faults.push("a password came back");
    if (name === "meta") faults.push(...faultsOfMeta(value, tenant));
  });
  return faults;
}

/** RFC 6749 sections 5.1 and 5.2. */
function faultsOfToken({ headers, json }: HttpAnswer): string[] {
  const faults = headers["cache-control"] === "no-store" ? [] : ["a token endpoint without Cache-Control: no-store"];
  const { access_token: token, error } = objectOf(json);
  return typeof token === "string" || typeof error === "string" ? faults : [...faults, "neither a token nor an error"];
}

function faultsOfError({ json, status }: HttpAnswer): string[] {
  const body = objectOf(json);
  const faults: string[] = [];
  if (JSON.stringify(body["schemas"]) !== JSON.stringify([ERROR])) faults.push("an error without the Error schema");
  if (body["status"] !== String(status)) faults.push(`the error says status ${JSON.stringify(body["status"])}`);
  if (typeof body["detail"] !== "string" || body["detail"] === "") faults.push("the error has no detail");
  return faults;
}

function faultsOfMeta(value: unknown, tenant: Tenant): string[] {
  const meta = objectOf(value);
  const faults = Object.entries(meta).flatMap(([name, entry]) => (entry === null || !/^[a-z]/.test(name) ? [`meta.${name} is ${String(entry)}`] : []));
  const location = meta["location"];
  if (typeof location === "string" && !location.startsWith(`${tenant.base}/`)) faults.push(`meta.location ${location} is not below ${tenant.base}`);
  return faults;
}

/** `attributes` may leave `meta` out, never the header. */
function hasPlace({ headers, json }: HttpAnswer): boolean {
  const { location } = metaOf(json);
  return headers["location"] !== undefined && (objectOf(json)["meta"] === undefined || headers["location"] === location);
}

const metaOf = (json: unknown) => objectOf(objectOf(json)["meta"]);

function objectOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

/** Visits every named value; the attribute definitions of a schema name attributes, they do not hold them. */
function walk(value: unknown, visit: (name: string, value: unknown) => void): void {
  if (Array.isArray(value)) value.forEach((item) => walk(item, visit));
  for (const [name, item] of Object.entries(objectOf(value))) {
    visit(name, item);
    walk(item, visit);
  }
}
