import { groupOperations } from "@/lib/contracts/operations/members";
import { parseWireId } from "@/lib/contracts/wire-id";
import { getGroup } from "@/lib/directory/groups/get-group";
import { presentGroup } from "@/lib/directory/groups/present-group";
import { withOrganization } from "@/lib/http/with-organization";

export const GET = withOrganization(groupOperations.get, async ({ scope, params }) => ({
  group: presentGroup(await getGroup(scope, parseWireId("group", params.group))),
}));
