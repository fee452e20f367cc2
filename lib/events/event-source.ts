import type { Actor } from "@/lib/scope";

/** Where a change came from, as event types begin: `dashboard` for a person in the portal, `direct` for the API and the command line. */
export function eventSource(actor: Actor): "dashboard" | "direct" {
  return actor.type === "user" ? "dashboard" : "direct";
}
