import { describe, expect, it } from "vitest";
import type { ContactClockWire } from "@/lib/contracts/health";
import { summarizeContact } from "./summarize-contact";

const clock = (more: Partial<ContactClockWire>): ContactClockWire => ({ last_contact_at: null, rhythm: "unknown", every_minutes: null, next_expected_at: null, overdue: false, paused: false, ...more });

describe("The contact clock of an overview", () => {
  it("tells the latest contact and the soonest that is expected", () => {
    const entra = clock({ rhythm: "cycle", last_contact_at: "2026-11-26T08:00:00.000Z", next_expected_at: "2026-11-26T08:40:00.000Z" });
    const regular = clock({ rhythm: "regular", last_contact_at: "2026-11-26T07:30:00.000Z", next_expected_at: "2026-11-26T08:30:00.000Z" });
    expect(summarizeContact([entra, regular])).toEqual({ lastAt: "2026-11-26T08:00:00.000Z", nextAt: "2026-11-26T08:30:00.000Z", overdue: false, onChange: false });
  });

  it("does not wait for a paused one, and names one that is late", () => {
    const paused = clock({ rhythm: "on_change", last_contact_at: "2026-11-26T08:00:00.000Z", paused: true });
    const late = clock({ rhythm: "cycle", last_contact_at: "2026-11-25T08:00:00.000Z", next_expected_at: "2026-11-25T08:40:00.000Z", overdue: true });
    expect(summarizeContact([paused, late])).toEqual({ lastAt: "2026-11-26T08:00:00.000Z", nextAt: null, overdue: true, onChange: false });
  });
});
