import { pool } from "@/lib/db/client";
import type { ConnectionScope } from "@/lib/scope";
import { defaultBrake } from "./brake";

/** The limits that a case was caught by, for the sentence that the IdP gets. */
export async function findBrakeLimits(scope: ConnectionScope, caseId: string): Promise<{ people: number; percent: number }> {
  const { rows } = await pool().query<{ people: number; percent: number }>({
    name: "find-brake-limits",
    text: "SELECT people, percent FROM brake_case WHERE connection_id = $1 AND id = $2",
    values: [scope.connectionId, caseId],
  });
  return rows[0] ?? defaultBrake;
}
