import { uuidv7 } from "uuidv7";
import { insertGroup } from "@/lib/directory/groups/insert-group";
import type { StoredGroup } from "@/lib/directory/groups/stored-group";
import { withRoleGraph } from "@/lib/directory/roles/with-role-graph";
import type { Resource } from "@/lib/scim/resource/resource";
import { parseMembers } from "@/lib/scim/resource/parse-members";
import { parseResource } from "@/lib/scim/resource/parse-resource";
import { connectionClosed } from "../connection-closed";
import { readProjection } from "../read-projection";
import type { ScimAnswer, ScimCall, ScimFact } from "../scim-call";
import { answerStoredGroup } from "./answer-stored-group";
import { changeMembers } from "./change-group";
import { describeGroup } from "./describe-group";
import { groupNameTaken } from "./group-errors";
import { answerGroup } from "./present-group";
import { readMembersAttribute } from "./read-members-attribute";
import { reduceMemberChanges } from "./reduce-member-changes";

/** POST /Groups (RFC 7644 section 3.3). Without members it is one statement. */
export async function createGroup(call: ScimCall): Promise<ScimAnswer> {
  const projection = readProjection(call, call.schemas.group);
  const resource = parseResource(call.schemas.group, call.body, call.quirks);
  const members = parseMembers(readMembersAttribute(call.body), call.quirks);
  if (members.length === 0) return answerGroup(call, 201, { ...(await insert(call, resource)), members: [] }, projection);
  const { id, facts } = await insertWithMembers(call, resource, members);
  return { ...(await answerStoredGroup(call, 201, id, projection)), facts };
}

async function insert(call: ScimCall, resource: Resource, on?: Parameters<typeof insertGroup>[3]): Promise<StoredGroup> {
  const inserted = await insertGroup(call.scope, uuidv7(), describeGroup(resource), on);
  if (inserted.outcome === "closed") throw connectionClosed();
  if (inserted.outcome === "taken") throw groupNameTaken(String(resource.displayName));
  return { ...inserted, attributes: resource };
}

async function insertWithMembers(call: ScimCall, resource: Resource, members: string[]): Promise<{ id: string; facts: ScimFact[] }> {
  return withRoleGraph(call.scope.organizationId, async (tx, graph) => {
    const { id } = await insert(call, resource, tx);
    return changeMembers(tx, graph, call, id, reduceMemberChanges([{ kind: "add", ids: members }]), { fresh: true, alsoElse: true });
  });
}
