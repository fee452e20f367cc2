import type { LiveTopic } from "@/lib/db/notify";
import type { RecordedRequest } from "./record-request";
import { clean } from "./redact";

/** What a batch of calls says of a connection, as a row of `connection_contact`. */
export type Contact = {
  connection_id: string;
  first_contact_at: Date | null;
  last_contact_at: Date | null;
  last_failure_at: Date | null;
  request_count: number;
  failure_count: number;
  /** Network -> when it was first seen with a right token. */
  networks: Record<string, Date>;
  /** By milestone, what showed it first. */
  sightings: Partial<Record<Milestone | "first_contact_at", Sighting>>;
} & Partial<Record<Milestone, Date>>;

type Milestone = "credential_test_at" | "first_user_at" | "first_update_at" | "first_group_at" | "first_membership_at" | "first_deactivation_at";

/** What a test button makes and takes away at once shows nobody whom the IdP provisions. */
export const withdrawable: readonly Milestone[] = ["first_user_at", "first_group_at", "first_membership_at"];

/** The call that showed something first. `way`: how a connection was tested, as far as it can be told. */
export type Sighting = { request_id: string; resource_id?: string; way?: "okta" | "entra" | "list"; user_agent?: string; token_id?: string };

export type TokenUse = { token_id: string; last_used_at: Date; calls: number };

/** Sums up a batch by connection and by token, each in the order of its id so that processes lock rows in one order. */
export function describeContacts(requests: readonly RecordedRequest[]): { contacts: Contact[]; tokens: TokenUse[] } {
  const contacts = new Map<string, Contact>();
  const tokens = new Map<string, TokenUse>();
  const gone = new Set(takenAway(requests));
  for (const request of requests) {
    addContact(contacts, request, gone);
    if (request.tokenId !== null) {
      const use = tokens.get(request.tokenId) ?? { token_id: request.tokenId, last_used_at: request.receivedAt, calls: 0 };
      use.calls += 1;
      if (request.receivedAt > use.last_used_at) use.last_used_at = request.receivedAt;
      tokens.set(request.tokenId, use);
    }
  }
  const sorted = <Value>(map: Map<string, Value>): Value[] => [...map.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
  return { contacts: sorted(contacts), tokens: sorted(tokens) };
}

/** Which of the portal's queries a batch of one connection may have made stale. */
export function liveTopics(requests: readonly RecordedRequest[]): LiveTopic[] {
  const topics = new Set<LiveTopic>(["requests", "connection"]);
  for (const { operation, status } of requests) {
    if (status >= 400 || !/^(create|replace|patch|delete|bulk)/.test(operation)) continue;
    topics.add("members");
    if (operation.endsWith("group") || operation === "bulk") topics.add("groups").add("roles");
  }
  return [...topics];
}

/** Whom and what a batch took away: people and groups by id. */
export function takenAway(requests: readonly RecordedRequest[]): string[] {
  return requests.flatMap(({ operation, status, resourceId }) => (resourceId !== null && status < 400 && /^delete_(user|group)$/.test(operation) ? [resourceId] : []));
}

function addContact(contacts: Map<string, Contact>, request: RecordedRequest, gone: ReadonlySet<string>): void {
  const id = request.connectionId.toLowerCase();
  const at = request.receivedAt;
  const contact = contacts.get(id) ?? { connection_id: id, first_contact_at: null, last_contact_at: null, last_failure_at: null, request_count: 0, failure_count: 0, networks: {}, sightings: {} };
  contacts.set(id, contact);
  contact.request_count += 1;
  if (request.status >= 400) {
    contact.failure_count += 1;
    contact.last_failure_at = at;
  }
  // A wrong token is a failure of somebody, not contact with the IdP.
  if (request.tokenId === null) return;
  contact.first_contact_at ??= at;
  contact.sightings.first_contact_at ??= { request_id: request.id, token_id: request.tokenId, ...userAgentOf(request) };
  contact.last_contact_at = at;
  const network = networkOf(request.remoteAddress);
  if (network !== null) contact.networks[network] ??= at;
  for (const milestone of milestonesOf(request)) {
    if (withdrawable.includes(milestone) && request.resourceId !== null && gone.has(request.resourceId)) continue;
    contact[milestone] ??= at;
    contact.sightings[milestone] ??= describeSighting(request, milestone);
  }
}

function describeSighting(request: RecordedRequest, milestone: Milestone): Sighting {
  if (milestone === "credential_test_at") return { request_id: request.id, way: testedHow(request.path) };
  return { request_id: request.id, ...(request.resourceId === null ? {} : { resource_id: request.resourceId }) };
}

/** Okta tests with Users?startIndex=1&count=2, Entra with a filter for the user name of nobody: a random GUID. */
function testedHow(path: string): "okta" | "entra" | "list" {
  const query = new URLSearchParams(path.split("?")[1]);
  if (/\beq\s+"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}"/i.test(query.get("filter") ?? "")) return "entra";
  return query.get("startIndex") === "1" && query.get("count") === "2" ? "okta" : "list";
}

function userAgentOf({ headers }: RecordedRequest): { user_agent?: string } {
  const agent = headers["user-agent"];
  return agent ? { user_agent: clean(agent, 100) } : {};
}

/** Providers call from many addresses of few networks: the first half of an IPv4 address, the first two groups of an IPv6 one. */
function networkOf(address: string | null): string | null {
  const four = address && /^(?:::ffff:)?(\d{1,3}\.\d{1,3})\.\d{1,3}\.\d{1,3}$/i.exec(address)?.[1];
  if (four) return `${four}.0.0/16`;
  const six = address && /^([0-9a-f]{1,4}:[0-9a-f]{1,4}):/i.exec(address)?.[1];
  return six ? `${six.toLowerCase()}::/32` : null;
}

function milestonesOf({ operation, status, facts }: RecordedRequest): Milestone[] {
  if (status >= 400) return [];
  const reached: Milestone[] = [];
  // Any list that was answered proves as much as a test button.
  if (operation === "list_users" || operation === "list_groups" || operation === "get_service_provider_config") reached.push("credential_test_at");
  if (operation === "create_user") reached.push("first_user_at");
  if (operation === "patch_user" || operation === "replace_user") reached.push("first_update_at");
  if (operation === "create_group") reached.push("first_group_at");
  if (facts.includes("membership_added")) reached.push("first_membership_at");
  if (facts.includes("member_deactivated")) reached.push("first_deactivation_at");
  return reached;
}
