"use client";

import { useSyncExternalStore } from "react";

const never = (): (() => void) => () => undefined;

/**
 * False while React takes over HTML that the server wrote, true from then on. What may have changed in between must be shown as the
 * server wrote it first: else React throws the HTML away, and with it what somebody has opened or typed there.
 */
export function useHydrated(): boolean {
  return useSyncExternalStore(never, () => true, () => false);
}
