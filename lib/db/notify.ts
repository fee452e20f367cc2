import pg from "pg";
import { clock } from "@/lib/clock";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { pool } from "./client";

/** What changed, as the portal's queries are named. */
export type LiveTopic = "members" | "groups" | "connection" | "requests" | "roles";

/** One message on the channel: something of this organization is no longer what a page shows. */
export type LiveMessage = { organization_id: string; connection_id?: string; topics: LiveTopic[] };

type Listener = (message: LiveMessage) => void;
/** What was last said of one organization and connection, and when it came in, by topic. */
type Said = { about: Omit<LiveMessage, "topics">; at: Map<LiveTopic, number> };
type Shared = {
  listeners: Map<string, Set<Listener>>;
  /** The longest silent first. */
  said: Map<string, Said>;
  /** Before this moment something may have been said that is not in `said`. */
  knownFrom: number;
  client?: pg.Client;
  connecting?: Promise<void>;
  retry?: NodeJS.Timeout;
};

const channel = "rollcall_live";
const everyOrganization = "*";
const retryAfterMs = 1_000;
const mostSaid = 1_000;
/** A page may have been rendered by another process, whose clock is a little ahead. */
const clockSkewMs = 50;
const allTopics: LiveTopic[] = ["members", "groups", "connection", "requests", "roles"];

// One LISTEN connection a process, shared by both module graphs (see client.ts).
const shared: Shared = ((globalThis as { rollcallLive?: Shared }).rollcallLive ??= { listeners: new Map<string, Set<Listener>>(), said: new Map<string, Said>(), knownFrom: Infinity });

/** Tells every process that something changed. A failure is logged, never thrown: pages then refresh a little later. */
export async function publishLive(message: LiveMessage): Promise<void> {
  try {
    await pool().query({ name: "publish-live", text: "select pg_notify($1, $2)", values: [channel, JSON.stringify(message)] });
  } catch (error) {
    log().warn({ error: (error as Error).message }, "a live update could not be published");
  }
}

/**
 * Calls `listener` for every message of one organization (bare uuid) until the returned function is called; with `since`, first for
 * what was said from then on: a page listens a moment after it read what it shows. Where that is not known, everything counts as changed.
 */
export function subscribeLive(organizationId: string, listener: Listener, since?: Date): () => void {
  const listeners = shared.listeners.get(organizationId) ?? new Set<Listener>();
  listeners.add(listener);
  shared.listeners.set(organizationId, listeners);
  void openListener().then(() => {
    // A connection that could not be opened says everything when it can.
    if (since && shared.client && listeners.has(listener)) repeat(organizationId, listener, since.getTime() - clockSkewMs);
  });
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
  shared.said.clear();
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
  const client = new pg.Client({ connectionString: env().databaseDirectUrl, application_name: "rollcall live", keepAlive: true, keepAliveInitialDelayMillis: 30_000 });
  client.on("notification", ({ payload }) => deliver(payload ?? ""));
  client.on("error", (error) => log().warn({ error: error.message }, "the live connection was lost"));
  client.on("end", () => reconnect(client));
  try {
    await client.connect();
    await client.query(`listen ${channel}`);
    shared.client = client;
    shared.knownFrom = clock.now().getTime();
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
  shared.retry = setTimeout(() => {
    // What was said meanwhile is unknown, so everything counts as changed.
    void openListener().then(() => shared.client && [...shared.listeners.keys()].forEach((id) => tell({ organization_id: id, topics: allTopics })));
  }, retryAfterMs).unref();
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

function remember({ topics, ...about }: LiveMessage): void {
  const key = `${about.organization_id} ${about.connection_id ?? ""}`;
  const at = shared.said.get(key)?.at ?? new Map<LiveTopic, number>();
  for (const topic of topics) at.set(topic, clock.now().getTime());
  shared.said.delete(key);
  shared.said.set(key, { about, at });
  const [oldest] = shared.said;
  if (shared.said.size <= mostSaid || !oldest) return;
  shared.said.delete(oldest[0]);
  shared.knownFrom = Math.max(shared.knownFrom, ...oldest[1].at.values());
}

function repeat(organizationId: string, listener: Listener, from: number): void {
  if (shared.knownFrom > from) return listener({ organization_id: organizationId, topics: allTopics });
  for (const { about, at } of shared.said.values()) {
    const topics = [...at].flatMap(([topic, time]) => (time >= from ? topic : []));
    if (about.organization_id === organizationId && topics.length > 0) listener({ ...about, topics });
  }
}
