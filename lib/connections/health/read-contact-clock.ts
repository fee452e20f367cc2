import type { ContactClockWire } from "@/lib/contracts/health";
import { expectedSeconds } from "./fact-rules";

export type ContactClockRow = { idp: string; status: string; lastContactAt: Date | null; every: number | null };

/** What `readContactClock` reads, of `contacts` under the name c. */
export const contactClockColumns = `c.identity_provider AS idp, c.status, c.last_contact_at AS "lastContactAt", ${expectedSeconds} AS every`;

/** Connections with what their calls say of the identity provider's rhythm. */
export const contacts = `(SELECT c.id, c.identity_provider, c.identity_provider AS idp, c.status, c.organization_id, k.last_contact_at, k.round_seconds, k.round_deviation
  FROM connection c LEFT JOIN connection_contact k ON k.connection_id = c.id)`;

/** When the IdP was heard of, how often it calls, and when it should call again. Pure. */
export function readContactClock({ idp, status, lastContactAt, every }: ContactClockRow, now: Date): ContactClockWire {
  const next = lastContactAt && every !== null ? new Date(lastContactAt.getTime() + every * 1000) : null;
  const overdue = status === "active" && lastContactAt !== null && every !== null && now.getTime() - lastContactAt.getTime() > Math.max(every * 3, 7200) * 1000;
  const rhythm = idp === "microsoft-entra" ? "cycle" : every !== null ? "regular" : lastContactAt ? "on_change" : "unknown";
  const paused = status === "paused";
  return { last_contact_at: lastContactAt?.toISOString() ?? null, rhythm, every_minutes: every === null ? null : Math.round(every / 60), next_expected_at: paused ? null : (next?.toISOString() ?? null), overdue, paused };
}
