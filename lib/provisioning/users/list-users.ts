import { listRegistrations } from "@/lib/directory/registrations/list-registrations";
import { listResponse } from "@/lib/scim/messages/list-response";
import { parseListQuery } from "@/lib/scim/messages/parse-list-query";
import { userResource } from "@/lib/scim/schema/resource-schema";
import { pageLimits } from "../limits";
import { planRows } from "../plan-rows";
import type { ScimAnswer, ScimCall } from "../scim-call";
import { presentUser } from "./present-user";
import { userSource } from "./user-filter";

/** GET /Users (RFC 7644 section 3.4.2): filter, order, page. */
export async function listUsers(call: ScimCall): Promise<ScimAnswer> {
  const query = parseListQuery(call.query, userResource, call.quirks, pageLimits);
  const { condition, order } = planRows(query, (bind) => userSource(call.scope, bind), "r.position");
  const page = { skip: query.startIndex - 1, count: query.count, order };
  const { total, registrations } = await listRegistrations(call.scope, condition, page, { groups: query.projection.wants("groups") });
  const resources = registrations.map((each) => presentUser(call.scope, each, query.projection));
  return { status: 200, body: listResponse({ totalResults: total, startIndex: query.startIndex, resources }) };
}
