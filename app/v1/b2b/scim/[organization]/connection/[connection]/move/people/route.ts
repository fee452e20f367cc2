import { getMove } from "@/lib/connections/move/find-move";
import { findMovedPeople } from "@/lib/connections/move/find-moved-people";
import { presentMovedPerson } from "@/lib/connections/move/present-move";
import { parseConnectionId } from "@/lib/connections/parse-connection-id";
import { moveOperations } from "@/lib/contracts/operations/moves";
import { withOrganization } from "@/lib/http/with-organization";

export const GET = withOrganization(moveOperations.people, async ({ scope, params, query }) => {
  const { people, total, nextCursor } = await findMovedPeople(scope, await getMove(scope, parseConnectionId(params.connection)), query);
  return { people: people.map(presentMovedPerson), results_metadata: { total, next_cursor: nextCursor } };
});
