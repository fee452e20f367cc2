import { ATTRIBUTES, brokenJson, ENTERPRISE, filter, path, text, value } from "./hostile-values";
import type { Random } from "./random";

/** A request as bytes: what a door hands to the desk. */
export type HostileRequest = { method: string; path: string; query: string; headers: Record<string, string>; body: Buffer };

/** Ids that exist, or did: `strangers` belong to another tenant. */
export type Known = { users: string[]; groups: string[]; strangers: string[] };

const wellFormed = (given: string): string => given.replace(/\p{Surrogate}/gu, "\ufffd");

/** One request: mostly one that would be right but for something, so that it comes past the first check. */
export function hostileRequest(random: Random, known: Known): HostileRequest {
  const type = random.pick(["Users", "Users", "Groups"] as const);
  const kind = random.below(20);
  if (kind < 5) return send(random, "POST", `/${type}`, resource(random, type, known));
  if (kind < 8) return send(random, "PUT", `/${type}/${id(random, type, known)}`, resource(random, type, known));
  if (kind < 13) return send(random, "PATCH", `/${type}/${id(random, type, known)}`, patch(random, type, known));
  if (kind < 15) return { ...send(random, "GET", `/${type}${random.chance(0.3) ? `/${id(random, type, known)}` : ""}`), query: query(random) };
  if (kind === 15) return send(random, "POST", random.pick(["/.search", "/Users/.search", "/Groups/.search"]), search(random));
  if (kind === 16) return send(random, "POST", "/Bulk", bulk(random, known));
  if (kind === 17 && random.chance(0.4)) return send(random, "DELETE", `/${type}/${id(random, type, known)}`);
  return anything(random, type, known);
}

function anything(random: Random, type: "Users" | "Groups", known: Known): HostileRequest {
  const paths = ["", "/", "//", "/Users", "/Groups/", "/Bulk", "/Me", "/Schemas", `/Schemas/${ENTERPRISE}`, "/ResourceTypes/User", "/ServiceProviderConfig", "/Users/1/2", "/__proto__", "/constructor", "/Users/%", "/Users/%00", "/Users/%c3%28", "/Users/..%2f..", "/%55sers", "/Users/.search", "/.search"];
  const at = random.chance(0.7) ? random.pick(paths) : `/${type}/${encodeURIComponent(wellFormed(text(random)))}`;
  const method = random.pick(["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "get", "PROPFIND", ""]);
  return { ...send(random, method, at, random.pick([resource(random, type, known), value(random)])), query: query(random) };
}

function send(random: Random, method: string, at: string, data?: unknown): HostileRequest {
  const plain = data === undefined ? "" : random.chance(0.04) ? brokenJson(random) : JSON.stringify(data);
  return { method, path: at, query: random.chance(0.1) ? query(random) : "", headers: headers(random), body: random.chance(0.03) ? spoil(random, plain) : Buffer.from(plain) };
}

/** Bytes that are no UTF-8, or a text cut short. */
function spoil(random: Random, plain: string): Buffer {
  const bytes = Buffer.from(plain);
  if (random.chance(0.4)) return bytes.subarray(0, random.below(bytes.length + 1));
  return Buffer.concat([bytes.subarray(0, bytes.length >> 1), random.pick([Buffer.from([0xff]), Buffer.from([0xc3]), Buffer.from([0xed, 0xa0, 0x80]), Buffer.from([0xc0, 0x80]), Buffer.from([0])]), bytes.subarray(bytes.length >> 1)]);
}

function headers(random: Random): Record<string, string> {
  if (random.chance(0.85)) return {};
  const odd = [text(random), 'W/"1"', 'W/"2"', "*", '"1"', "application/json", "text/xml; charset=utf-16", "multipart/form-data", "-1", "9".repeat(30), "gzip", "chunked"];
  const names = ["content-type", "if-match", "if-none-match", "accept", "content-length", "content-encoding", "x-forwarded-for", "user-agent", "x-http-method-override", "cookie"];
  return Object.fromEntries(random.list(3, () => [random.pick(names), random.pick(odd)]));
}

function id(random: Random, type: "Users" | "Groups", known: Known): string {
  const own = type === "Users" ? known.users : known.groups;
  if (own.length > 0 && random.chance(0.85)) return random.pick(own);
  return random.pick([...known.strangers, ...known.users.slice(-1), ...known.groups.slice(-1), "00000000-0000-4000-8000-00000000dead", "x", "%00", "1'--", encodeURIComponent(wellFormed(text(random)))]);
}

function members(random: Random, known: Known): unknown {
  if (random.chance(0.08)) return value(random);
  const anybody = [...known.users, ...known.groups, ...known.strangers, "x", "", "bulkId:x"];
  return random.list(4, () => (random.chance(0.1) ? random.pick(anybody) : { value: random.pick(anybody), ...(random.chance(0.2) ? { $ref: null, display: null, type: random.pick(["User", "Group", "x"]) } : {}) }));
}

function resource(random: Random, type: "Users" | "Groups", known: Known): Record<string, unknown> {
  const name = `${random.pick(["ada", "Bob", "EVE", "x'y", "İ", "ß", "zoë"])}${String(random.below(6))}`;
  const base = type === "Users" ? { userName: `${name}@example.com`, ...(random.chance(0.5) ? { externalId: `e${String(random.below(8))}` } : {}), active: random.pick([true, true, false, "False", undefined]) } : { displayName: name, members: members(random, known) };
  const more = random.list(2, () => [random.chance(0.9) ? random.pick(ATTRIBUTES) : text(random), random.chance(0.5) ? plausible(random) : value(random)] as const);
  return { ...base, ...Object.fromEntries(more.filter(([key]) => key !== "__proto__")) };
}

const plausible = (random: Random): unknown =>
  random.pick<unknown>([text(random), [{ value: text(random), type: random.pick(["work", "home", "other"]), primary: random.chance(0.3) }], { givenName: text(random), familyName: text(random) }, { department: text(random), manager: { value: text(random) } }, [{ type: "work", locality: text(random) }]]);

function patch(random: Random, type: "Users" | "Groups", known: Known): unknown {
  const operation = (): unknown => {
    const op = random.pick(["add", "replace", "remove", "Add", "Replace", "REMOVE", "move", ""]);
    if (type === "Groups" && random.chance(0.6)) return { op, path: "members", value: members(random, known) };
    if (random.chance(0.2)) return { op, value: random.chance(0.8) ? resource(random, type, known) : value(random) };
    return { op, path: path(random), ...(random.chance(0.85) ? { value: random.chance(0.5) ? plausible(random) : value(random) } : {}) };
  };
  if (random.chance(0.03)) return { Operations: value(random) };
  return { schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"], [random.chance(0.95) ? "Operations" : "operations"]: Array.from({ length: 1 + random.below(3) }, operation) };
}

function bulk(random: Random, known: Known): unknown {
  const operation = (): unknown => {
    const type = random.pick(["Users", "Groups"] as const);
    const method = random.pick(["POST", "PUT", "PATCH", "POST", "DELETE", "get"]);
    const at = method === "POST" ? `/${type}` : `/${type}/${random.chance(0.5) ? id(random, type, known) : "bulkId:x"}`;
    const data = method === "PATCH" ? patch(random, type, known) : resource(random, type, known);
    return { method, path: random.chance(0.95) ? at : text(random), bulkId: random.pick(["x", "y", "z", undefined]), ...(random.chance(0.9) ? { data } : {}), ...(random.chance(0.1) ? { version: text(random) } : {}) };
  };
  return { Operations: random.chance(0.95) ? random.list(4, operation) : value(random), ...(random.chance(0.2) ? { failOnErrors: value(random, 0) } : {}) };
}

function search(random: Random): unknown {
  const names = ["filter", "sortBy", "sortOrder", "startIndex", "count", "cursor", "attributes", "excludedAttributes"];
  return Object.fromEntries(random.list(4, () => [random.pick(names), random.chance(0.4) ? filter(random) : random.chance(0.5) ? path(random) : value(random, 1)]));
}

function query(random: Random): string {
  const names = ["filter", "filter", "filter", "sortBy", "sortOrder", "startIndex", "count", "cursor", "attributes", "excludedAttributes", "aadOptscim062020", "FILTER", ""];
  const encode = (plain: string): string => (random.chance(0.85) ? encodeURIComponent(wellFormed(plain)) : plain.replace(/[\r\n]/g, ""));
  const parts = random.list(3, () => {
    const name = random.pick(names);
    const given = name.toLowerCase() === "filter" ? filter(random) : random.pick([path(random), text(random), "0", "-1", "1", "2", "99999999999999999999", "1.5", "descending", "%", "%zz", "%ff"]);
    return `${name}=${encode(given)}`;
  });
  return parts.join(random.chance(0.9) ? "&" : ";");
}
