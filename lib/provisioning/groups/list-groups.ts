import { listStoredGroups } from "@/lib/directory/groups/list-stored-groups";
import { listResponse } from "@/lib/scim/messages/list-response";
import { parseListQuery } from "@/lib/scim/messages/parse-list-query";
import { groupResource } from "@/lib/scim/schema/resource-schema";
import { pageLimits } from "../limits";
import { planRows } from "../plan-rows";
import type { ScimAnswer, ScimCall } from "../scim-call";
import { groupSource } from "./group-filter";
import { presentGroup } from "./present-group";

/** GET /Groups (RFC 7644 section 3.4.2): filter, order, page. */
export async function listGroups(call: ScimCall): Promise<ScimAnswer> {
  const query = parseListQuery(call.query, groupResource, call.quirks, pageLimits);
  const { condition, order } = planRows(query, (bind) => groupSource(call.scope, bind), "g.position");
  const page = { skip: query.startIndex - 1, count: query.count, order };
  const { total, groups } = await listStoredGroups(call.scope, condition, page, { members: query.projection.wants("members") });
  const resources = groups.map((each) => presentGroup(call.scope, each, query.projection));
  return { status: 200, body: listResponse({ totalResults: total, startIndex: query.startIndex, resources }) };
}
