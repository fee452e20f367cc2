"use client";

import { type QueryKey, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { apiUrl } from "./api";

type Topic = "members" | "groups" | "connection" | "requests" | "roles";

/** The first elements of the query keys that a topic makes stale. */
const staleKeys: Record<Topic, string[]> = {
  members: ["members", "groups"],
  groups: ["groups", "members"],
  connection: ["connections"],
  requests: ["requests", "connections"],
  roles: ["roles", "members", "groups"],
};

/** Server components are rendered anew at most this often: an import of thousands must not become a storm. */
const refreshEveryMs = 1_500;

/**
 * Keeps the open page fresh: listens to the organization's live stream, from the moment the server began to render the page, marks
 * the queries of each topic stale, and lets Next read the server components again.
 */
export function useLive(organization: string, renderedAt: string): void {
  const queries = useQueryClient();
  const router = useRouter();
  // Later renderings come by a stream that listens already.
  const [since] = useState(renderedAt);
  useEffect(() => {
    const refresh = throttle(() => router.refresh(), refreshEveryMs);
    const invalidate = throttleSet((keys) => keys.forEach((key) => void queries.invalidateQueries({ queryKey: [key] satisfies QueryKey })), 400);
    const changed = (topics: Topic[]): void => {
      invalidate.add(topics.flatMap((topic) => staleKeys[topic] ?? []));
      refresh.call();
    };
    const stop = follow(apiUrl(`/organizations/${organization}/live?since=${encodeURIComponent(since)}`), {
      message: (data) => changed((JSON.parse(data) as { topics: Topic[] }).topics),
      caughtUp: () => changed(Object.keys(staleKeys) as Topic[]),
    });
    return () => {
      stop();
      refresh.stop();
      invalidate.stop();
    };
  }, [organization, since, queries, router]);
}

/**
 * Reads a live stream for as long as the page is open. The browser comes back by itself after a lost connection and says what it saw
 * last, but gives up for good when it is answered with anything but a stream, as by a server that is just starting: then we come
 * back, less and less often, and everything counts as changed.
 */
function follow(url: string, heard: { message: (data: string) => void; caughtUp: () => void }): () => void {
  let source: EventSource;
  let afresh = false;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const open = (): void => {
    source = new EventSource(url);
    source.addEventListener("live", (event: MessageEvent<string>) => heard.message(event.data));
    source.addEventListener("open", () => {
      if (afresh) heard.caughtUp();
      afresh = false;
      failures = 0;
    });
    source.addEventListener("error", () => {
      if (source.readyState !== EventSource.CLOSED) return;
      afresh = true;
      clearTimeout(timer);
      timer = setTimeout(open, Math.min(30_000, 1_000 * 2 ** failures++) * (0.75 + Math.random() / 2));
    });
  };
  open();
  return () => {
    clearTimeout(timer);
    source.close();
  };
}

/** Calls at once, then at most every `ms`, and never loses the last call. */
function throttle(work: () => void, ms: number): { call: () => void; stop: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let again = false;
  const run = (): void => {
    again = false;
    work();
    timer = setTimeout(() => {
      timer = undefined;
      if (again) run();
    }, ms);
  };
  return { call: () => (timer ? (again = true) : run()), stop: () => clearTimeout(timer) };
}

function throttleSet(work: (keys: Set<string>) => void, ms: number): { add: (keys: string[]) => void; stop: () => void } {
  let waiting = new Set<string>();
  const limited = throttle(() => {
    const keys = waiting;
    waiting = new Set();
    work(keys);
  }, ms);
  const add = (keys: string[]): void => {
    keys.forEach((key) => waiting.add(key));
    limited.call();
  };
  return { add, stop: limited.stop };
}
