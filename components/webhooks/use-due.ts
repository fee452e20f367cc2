import { useNow } from "next-intl";

/** Whether a moment has come, kept up to date. */
export function useDue(at: string | null): boolean {
  const now = useNow({ updateInterval: 15_000 });
  return at !== null && new Date(at) <= now;
}
