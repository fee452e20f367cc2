import type { SetupSession } from "./read-setup-session";

/** Whether a connection, by its wire id or uuid, is the one that a set-up link leads to. */
export function isConnectionOf(session: SetupSession, connectionId: string): boolean {
  return session.connectionId !== null && connectionId.replace(/^scim-connection-/, "") === session.connectionId;
}
