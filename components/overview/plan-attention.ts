/** What an admin should look at, with the way there. */
export type Attention = { kind: "paused" | "rotation"; connection: string; href: string };

export type WatchedConnection = { id: string; displayName: string; status: string; tokens: readonly { slot: string | null }[] };

/** Which connections wait for their admin: paused ones, and those with a rotation to complete. What is wrong is told by findings. Pure. */
export function planAttention(connections: readonly WatchedConnection[], base: string): Attention[] {
  return connections.flatMap((connection): Attention[] => {
    const page = `${base}/connections/${connection.id}`;
    const found: Attention[] = [];
    if (connection.status === "paused") found.push({ kind: "paused", connection: connection.displayName, href: page });
    if (connection.tokens.some((token) => token.slot === "next")) found.push({ kind: "rotation", connection: connection.displayName, href: `${page}#token` });
    return found;
  });
}
