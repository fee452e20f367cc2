"use client";

import { useSyncExternalStore } from "react";

type Shared = { tokens: Map<string, string>; listeners: Set<() => void> };

// Memory of this page alone: a token that was just made lives here until its admin goes on or leaves. Never in storage.
const shared = ((globalThis as { rollcallShownTokens?: Shared }).rollcallShownTokens ??= { tokens: new Map<string, string>(), listeners: new Set<() => void>() });

/** Keeps a token that was just made so that the set-up page can show it, once. */
export function keepShownToken(connectionId: string, token: string): void {
  shared.tokens.set(connectionId, token);
  shared.listeners.forEach((listener) => listener());
}

/** Forgets it: it cannot be shown again. */
export function forgetShownToken(connectionId: string): void {
  if (!shared.tokens.delete(connectionId)) return;
  shared.listeners.forEach((listener) => listener());
}

/** The token of a connection while it may still be seen, else null. */
export function useShownToken(connectionId: string): string | null {
  return useSyncExternalStore(
    (listener) => {
      shared.listeners.add(listener);
      return () => shared.listeners.delete(listener);
    },
    () => shared.tokens.get(connectionId) ?? null,
    () => null,
  );
}
