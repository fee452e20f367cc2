import type { Statement } from "@/lib/db/read-ahead";
import { listRegistrations, registrationsStatement } from "@/lib/directory/registrations/list-registrations";
import type { ListParameters } from "@/lib/scim/messages/list-query";
import { listResponse } from "@/lib/scim/messages/list-response";
import { parseListParameters, readParameters } from "@/lib/scim/messages/parse-list-query";
import { parseSearchRequest } from "@/lib/scim/messages/parse-search-request";
import { type QuirkLog, silentQuirkLog } from "@/lib/scim/quirks/quirk-log";
import { pageLimits } from "../limits";
import { finishPage, planPage } from "../plan-page";
import { planRows } from "../plan-rows";
import type { ComingCall, ScimAnswer, ScimCall, ScimSchemas, ScopeOfQuery } from "../scim-call";
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

/** How a lookup by a hot attribute is read; null for everything else, and for what is refused later. */
export function readUsersAhead({ connectionId, query, schemas }: ComingCall): Statement | null {
  const parameters = readParameters(query, silentQuirkLog);
  if (parameters.filter === undefined) return null;
  try {
    const { query: asked, condition, page } = planList({ connectionId, baseUrl: "" }, schemas, parameters, silentQuirkLog);
    return condition.name === null ? null : registrationsStatement(connectionId, condition, page, asked.projection.wants("groups"));
  } catch {
    return null;
  }
}

async function answerPage(call: ScimCall, parameters: ListParameters): Promise<ScimAnswer> {
  const { query, start, condition, page } = planList(call.scope, call.schemas, parameters, call.quirks);
  const { total, registrations } = await listRegistrations(call.scope, condition, page, { groups: query.projection.wants("groups"), ahead: call.ahead ?? null });
  const rows = registrations.map((each) => ({ position: each.position, resource: presentUser(call, each, query.projection) }));
  return { status: 200, body: listResponse(finishPage(query, start, { total, rows })) };
}

function planList(scope: ScopeOfQuery, schemas: ScimSchemas, parameters: ListParameters, quirks: QuirkLog) {
  const query = parseListParameters(parameters, schemas.user, quirks, pageLimits);
  const start = planPage(query, parameters, scope.connectionId, "User");
  return { query, start, ...planRows(query, start, "r", (bind) => userSource(scope, schemas.user, bind)) };
}
