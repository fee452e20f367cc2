import { getMove } from "@/lib/connections/move/find-move";
import { findMovedPeople } from "@/lib/connections/move/find-moved-people";
import { presentMovedPerson } from "@/lib/connections/move/present-move";
import { parseConnectionId } from "@/lib/connections/parse-connection-id";
import { MovePeopleQuery } from "@/lib/contracts/move";
import { withOrganization } from "@/lib/http/with-organization";

export const GET = withOrganization<{ connection: string }, undefined, MovePeopleQuery>({ permission: "member.get", query: MovePeopleQuery }, async ({ scope, params, query }) => {
  const { people, total } = await findMovedPeople(scope, await getMove(scope, parseConnectionId(params.connection)), query);
  return { people: people.map(presentMovedPerson), results_metadata: { total } };
});
