import type { Attention } from "./attention";

type Token = { slot: string | null; expiresAt: Date | null };

export type WatchedConnection = {
  id: string;
  displayName: string;
  status: string;
  tokens: readonly Token[];
  contact: { lastContactAt: Date | null; lastFailureAt: Date | null };
};

const day = 86_400_000;

/** Which connections need a look now: paused, failing in the last day, mid-rotation, or with a token that ends within 30 days. Pure. */
export function planAttention(connections: readonly WatchedConnection[], base: string, now: Date): Attention[] {
  return connections.flatMap((connection): Attention[] => {
    const page = `${base}/connections/${connection.id}`;
    const name = connection.displayName;
    const found: Attention[] = [];
    const { lastFailureAt } = connection.contact;
    if (connection.status === "paused") found.push({ kind: "paused", connection: name, href: page });
    if (lastFailureAt && now.getTime() - lastFailureAt.getTime() < day) found.push({ kind: "failing", connection: name, href: `${page}/activity?failures=true` });
    if (connection.tokens.some((token) => token.slot === "next")) found.push({ kind: "rotation", connection: name, href: `${page}/settings` });
    const expiry = Math.min(...connection.tokens.map((token) => token.expiresAt?.getTime() ?? Infinity));
    if (expiry - now.getTime() < 30 * day) found.push({ kind: "expiring", connection: name, href: `${page}/settings`, days: Math.max(0, Math.ceil((expiry - now.getTime()) / day)) });
    return found;
  });
}
