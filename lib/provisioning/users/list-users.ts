import { listRegistrations } from "@/lib/directory/registrations/list-registrations";
import type { ListParameters } from "@/lib/scim/messages/list-query";
import { listResponse } from "@/lib/scim/messages/list-response";
import { parseListParameters, readParameters } from "@/lib/scim/messages/parse-list-query";
import { parseSearchRequest } from "@/lib/scim/messages/parse-search-request";
import { pageLimits } from "../limits";
import { finishPage, planPage } from "../plan-page";
import { planRows } from "../plan-rows";
import type { ScimAnswer, ScimCall } from "../scim-call";
import { presentUser } from "./present-user";
import { userSource } from "./user-filter";

/** GET /Users (RFC 7644 section 3.4.2): filter, order, page. */
export function listUsers(call: ScimCall): Promise<ScimAnswer> {
  return answerPage(call, readParameters(call.query, call.quirks));
}

/** POST /Users/.search (RFC 7644 section 3.4.3): the same, asked in a body. */
export function searchUsers(call: ScimCall): Promise<ScimAnswer> {
  return answerPage(call, parseSearchRequest(call.body));
}

async function answerPage(call: ScimCall, parameters: ListParameters): Promise<ScimAnswer> {
  const { scope, schemas, quirks } = call;
  const query = parseListParameters(parameters, schemas.user, quirks, pageLimits);
  const start = planPage(query, parameters, scope.connectionId, "User");
  const { condition, page } = planRows(query, start, "r", (bind) => userSource(scope, schemas.user, bind));
  const { total, registrations } = await listRegistrations(scope, condition, page, { groups: query.projection.wants("groups") });
  const rows = registrations.map((each) => ({ position: each.position, resource: presentUser(call, each, query.projection) }));
  return { status: 200, body: listResponse(finishPage(query, start, { total, rows })) };
}
