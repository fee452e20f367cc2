import { listStoredGroups } from "@/lib/directory/groups/list-stored-groups";
import type { ListParameters } from "@/lib/scim/messages/list-query";
import { listResponse } from "@/lib/scim/messages/list-response";
import { parseListParameters, readParameters } from "@/lib/scim/messages/parse-list-query";
import { parseSearchRequest } from "@/lib/scim/messages/parse-search-request";
import { pageLimits } from "../limits";
import { finishPage, planPage } from "../plan-page";
import { planRows } from "../plan-rows";
import type { ScimAnswer, ScimCall } from "../scim-call";
import { groupSource } from "./group-filter";
import { presentGroup } from "./present-group";

/** GET /Groups (RFC 7644 section 3.4.2): filter, order, page. */
export function listGroups(call: ScimCall): Promise<ScimAnswer> {
  return answerPage(call, readParameters(call.query, call.quirks));
}

/** POST /Groups/.search (RFC 7644 section 3.4.3): the same, asked in a body. */
export function searchGroups(call: ScimCall): Promise<ScimAnswer> {
  return answerPage(call, parseSearchRequest(call.body));
}

async function answerPage(call: ScimCall, parameters: ListParameters): Promise<ScimAnswer> {
  const { scope, schemas, quirks } = call;
  const query = parseListParameters(parameters, schemas.group, quirks, pageLimits);
  const start = planPage(query, parameters, scope.connectionId, "Group");
  const { condition, page } = planRows(query, start, "g", (bind) => groupSource(scope, schemas.group, bind));
  const { total, groups } = await listStoredGroups(scope, condition, page, { members: query.projection.wants("members") });
  const rows = groups.map((each) => ({ position: each.position, resource: presentGroup(call, each, query.projection) }));
  return { status: 200, body: listResponse(finishPage(query, start, { total, rows })) };
}
