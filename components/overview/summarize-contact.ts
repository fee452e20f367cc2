import type { ContactClockWire } from "@/lib/contracts/health";

/** Of all connections: the latest contact, and the next that is expected. `overdue` where one is late; `onChange` where nobody keeps a rhythm. */
export type ContactSummary = { lastAt: string | null; nextAt: string | null; overdue: boolean; onChange: boolean };

/** Sums up the contact clocks of an organization's connections. Paused ones are not waited for. Pure. */
export function summarizeContact(clocks: readonly ContactClockWire[]): ContactSummary {
  const [lastAt = null] = clocks.flatMap((clock) => clock.last_contact_at ?? []).sort().reverse();
  const overdue = clocks.some((clock) => clock.overdue);
  const [nextAt = null] = clocks.flatMap((clock) => (clock.overdue ? [] : (clock.next_expected_at ?? []))).sort();
  return { lastAt, nextAt, overdue, onChange: clocks.some((clock) => clock.rhythm === "on_change" && !clock.paused) };
}
