import { pool } from "@/lib/db/client";
import type { ConnectionScope } from "@/lib/scope";

/** The IdP says active again for a person whose departure is held: nothing waits for a decision any more. */
export async function withdrawDeparture(scope: ConnectionScope, registrationId: string): Promise<void> {
  await pool().query({
    name: "withdraw-departure",
    text: "update departure set state = 'undone' where connection_id = $1 and registration_id = $2 and state = 'held'",
    values: [scope.connectionId, registrationId],
  });
}
