import pg from "pg";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { pool } from "./client";

/** What changed, as the portal's queries are named. */
export type LiveTopic = "members" | "groups" | "connection" | "requests" | "roles";

/** One message on the channel: something of this organization is no longer what a page shows. */
export type LiveMessage = { organization_id: string; connection_id?: string; topics: LiveTopic[] };

type Listener = (message: LiveMessage) => void;
type Recent = { at: number; message: LiveMessage };
type Shared = {
  listeners: Map<string, Set<Listener>>;
  /** What was said a moment ago, one message for each organization and connection. */
  recent: Map<string, Recent>;
  client?: pg.Client;
  /** When `client` began to listen, as `performance.now()` tells it. */
  since?: number;
  connecting?: Promise<void>;
  retry?: NodeJS.Timeout;
};

const channel = "rollcall_live";
const everyOrganization = "*";
const retryAfterMs = 1_000;
/** A page is rendered a moment before it begins to listen: what was said in between is told once more. */
const recentMs = 3_000;
const mostRecent = 1_000;
const allTopics: LiveTopic[] = ["members", "groups", "connection", "requests", "roles"];

// One LISTEN connection a process, shared by both module graphs (see client.ts).
const shared: Shared = ((globalThis as { rollcallLive?: Shared }).rollcallLive ??= { listeners: new Map<string, Set<Listener>>(), recent: new Map<string, Recent>() });

/** Tells every process that something changed. A failure is logged, never thrown: pages then refresh a little later. */
export async function publishLive(message: LiveMessage): Promise<void> {
  try {
    await pool().query({ name: "publish-live", text: "select pg_notify($1, $2)", values: [channel, JSON.stringify(message)] });
  } catch (error) {
    log().warn({ error: (error as Error).message }, "a live update could not be published");
  }
}

/**
 * Calls `listener` for every message of one organization (bare uuid) until the returned function is called, first of all for those of the last three
 * seconds: whoever subscribes has just read what they were about. Where they are not known, everything counts as changed.
 */
export function subscribeLive(organizationId: string, listener: Listener): () => void {
  const listeners = shared.listeners.get(organizationId) ?? new Set<Listener>();
  listeners.add(listener);
  shared.listeners.set(organizationId, listeners);
  if (shared.client) repeatRecent(organizationId, listener);
  void openListener();
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0 && shared.listeners.get(organizationId) === listeners) shared.listeners.delete(organizationId);
  };
}

/** Calls `listener` for every message of any organization, for workers. Messages may be lost: look by the clock, too. */
export function subscribeAll(listener: Listener): () => void {
  return subscribeLive(everyOrganization, listener);
}

/** Ends the LISTEN connection; for shutdown and tests. */
export async function closeLive(): Promise<void> {
  clearTimeout(shared.retry);
  shared.listeners.clear();
  await shared.connecting?.catch(() => undefined);
  const client = shared.client;
  delete shared.client;
  await client?.end().catch(() => undefined);
}

function openListener(): Promise<void> {
  if (shared.client) return Promise.resolve();
  shared.connecting ??= listen().finally(() => delete shared.connecting);
  return shared.connecting;
}

async function listen(): Promise<void> {
  const client = new pg.Client({ connectionString: env().databaseDirectUrl, application_name: "rollcall live", keepAlive: true });
  client.on("notification", ({ payload }) => deliver(payload ?? ""));
  client.on("error", (error) => log().warn({ error: error.message }, "the live connection was lost"));
  client.on("end", () => reconnect(client));
  try {
    await client.connect();
    await client.query(`listen ${channel}`);
    shared.client = client;
    shared.since = performance.now();
    // What was said before is unknown.
    for (const id of shared.listeners.keys()) tell({ organization_id: id, topics: allTopics });
  } catch (error) {
    log().warn({ error: (error as Error).message }, "the live connection could not be opened");
    await client.end().catch(() => undefined);
    reconnect(client);
  }
}

function reconnect(lost: pg.Client): void {
  if (shared.client === lost) delete shared.client;
  clearTimeout(shared.retry);
  if (shared.listeners.size === 0) return;
  shared.retry = setTimeout(() => void openListener(), retryAfterMs).unref();
}

function deliver(payload: string): void {
  try {
    const message = JSON.parse(payload) as LiveMessage;
    remember(message);
    tell(message);
  } catch (error) {
    log().warn({ error: (error as Error).message }, "a live message could not be read");
  }
}

function tell(message: LiveMessage): void {
  for (const listener of shared.listeners.get(message.organization_id) ?? []) listener(message);
  for (const listener of shared.listeners.get(everyOrganization) ?? []) listener(message);
}

function remember(message: LiveMessage): void {
  const now = performance.now();
  const key = `${message.organization_id} ${message.connection_id ?? ""}`;
  const last = shared.recent.get(key);
  const topics = last && now - last.at < recentMs ? [...new Set([...last.message.topics, ...message.topics])] : message.topics;
  // The newest at the end, so that the oldest can be let go.
  shared.recent.delete(key);
  shared.recent.set(key, { at: now, message: { ...message, topics } });
  const [oldest] = shared.recent.keys();
  if (shared.recent.size > mostRecent && oldest !== undefined) shared.recent.delete(oldest);
}

function repeatRecent(organizationId: string, listener: Listener): void {
  const from = performance.now() - recentMs;
  if ((shared.since ?? Infinity) > from) return listener({ organization_id: organizationId, topics: allTopics });
  for (const { at, message } of shared.recent.values()) if (at > from && message.organization_id === organizationId) listener(message);
}
