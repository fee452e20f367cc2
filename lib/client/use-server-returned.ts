import { useEffect, useEffectEvent } from "react";

const EVERY_MS = 1_000;
const TRIAL_EVERY_MS = 30_000;

// A trial may be a reload.
const key = "rollcall-tried-at";

/**
 * Calls `onReturn` once Rollcall answers again after it did not, or could not reach its database. A page that fails while all is well is left alone, unless it was `cut` off: an answer that
 * ended in the middle, as by a server that stops, fails a page whose server may be back already. That is tried once in a while.
 */
export function useServerReturned(onReturn: () => void, cut: boolean): void {
  const returned = useEffectEvent(onReturn);
  useEffect(() => {
    let away = cut && Date.now() - Number(sessionStorage.getItem(key)) > TRIAL_EVERY_MS;
    async function look(): Promise<void> {
      const well = await fetch("/api/health", { cache: "no-store" }).then(({ ok }) => ok, () => false);
      if (well && away) {
        sessionStorage.setItem(key, String(Date.now()));
        returned();
      }
      away = !well;
    }
    void look();
    const timer = setInterval(() => void look(), EVERY_MS);
    return () => clearInterval(timer);
  }, [cut]);
}
