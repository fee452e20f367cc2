import type { Statement } from "@/lib/db/read-ahead";
import { type GroupPage, listStoredGroups, storedGroupsStatement } from "@/lib/directory/groups/list-stored-groups";
import type { ListParameters } from "@/lib/scim/messages/list-query";
import { listResponse } from "@/lib/scim/messages/list-response";
import { parseListParameters, readParameters } from "@/lib/scim/messages/parse-list-query";
import { parseSearchRequest } from "@/lib/scim/messages/parse-search-request";
import { type QuirkLog, silentQuirkLog } from "@/lib/scim/quirks/quirk-log";
import { pageLimits } from "../limits";
import { finishPage, planPage } from "../plan-page";
import { planRows } from "../plan-rows";
import type { ComingCall, ScimAnswer, ScimCall, ScimSchemas, ScopeOfQuery } from "../scim-call";
import { answerManyGroups } from "./answer-many-members";
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

/** How a lookup by a hot attribute is read; null for everything else, and for what is refused later. */
export function readGroupsAhead({ connectionId, query, schemas }: ComingCall): Statement | null {
  const parameters = readParameters(query, silentQuirkLog);
  if (parameters.filter === undefined) return null;
  try {
    const { query: asked, condition, page } = planList({ connectionId, baseUrl: "" }, schemas, parameters, silentQuirkLog);
    return condition.name === null ? null : storedGroupsStatement(connectionId, condition, page, asked.projection.wants("members"));
  } catch {
    return null;
  }
}

async function answerPage(call: ScimCall, parameters: ListParameters): Promise<ScimAnswer> {
  const { query, start, condition, page } = planList(call.scope, call.schemas, parameters, call.quirks);
  const finish = ({ total, groups }: GroupPage) =>
    finishPage(query, start, { total, rows: groups.map((each) => ({ position: each.position, resource: presentGroup(call, each, query.projection) })) });
  const found = await listStoredGroups(call.scope, condition, page, { members: query.projection.wants("members"), ahead: call.ahead ?? null });
  if (!found.many) return { status: 200, body: listResponse(finish(found)) };
  return answerManyGroups(call, query.projection, async (tx) => {
    const again = await listStoredGroups(call.scope, condition, page, { members: false, on: tx });
    return { page: finish(again), groupIds: new Set(again.groups.map((each) => each.id)) };
  });
}

function planList(scope: ScopeOfQuery, schemas: ScimSchemas, parameters: ListParameters, quirks: QuirkLog) {
  const query = parseListParameters(parameters, schemas.group, quirks, pageLimits);
  const start = planPage(query, parameters, scope.connectionId, "Group");
  return { query, start, ...planRows(query, start, "g", (bind) => groupSource(scope, schemas.group, bind)) };
}
