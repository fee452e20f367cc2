import { clock } from "@/lib/clock";
import type { MemberSession } from "./member-session";

const PAST_SHOWN = 5;

/** Sessions as a page shows them: those that are live, and the last few that are over, the latest end first. */
export function splitSessions(sessions: readonly MemberSession[]): { live: MemberSession[]; past: MemberSession[] } {
  const now = clock.now();
  const isLive = ({ revokedAt, expiresAt }: MemberSession) => revokedAt === null && expiresAt > now;
  const end = ({ revokedAt, expiresAt }: MemberSession) => (revokedAt ?? expiresAt).getTime();
  const past = sessions.filter((session) => !isLive(session)).sort((a, b) => end(b) - end(a));
  return { live: sessions.filter(isLive), past: past.slice(0, PAST_SHOWN) };
}
