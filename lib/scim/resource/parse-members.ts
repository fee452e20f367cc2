import type { QuirkLog } from "@/lib/scim/quirks/quirk-log";

/** The ids in the `members` of a POST or PUT body; none for null or nothing. */
export function parseMembers(value: unknown, quirks: QuirkLog): string[] {
  throw new Error(`not built yet: ${String(value)}${quirks.entries().length}`);
}
