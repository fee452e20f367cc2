import { useEffect, useEffectEvent } from "react";

const EVERY_MS = 3_000;

/** Calls `onReturn` once Rollcall answers again after it did not, or could not reach its database. A page that fails while all is well is left alone. */
export function useServerReturned(onReturn: () => void): void {
  const returned = useEffectEvent(onReturn);
  useEffect(() => {
    let away = false;
    async function look(): Promise<void> {
      const well = await fetch("/api/health", { cache: "no-store" }).then(({ ok }) => ok, () => false);
      if (well && away) returned();
      away = !well;
    }
    const timer = setInterval(() => void look(), EVERY_MS);
    return () => clearInterval(timer);
  }, []);
}
