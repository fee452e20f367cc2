import type { Statement } from "@/lib/db/read-ahead";
import { listRegistrations, registrationsStatement } from "@/lib/directory/registrations/list-registrations";
import { readRegistrations } from "@/lib/directory/registrations/read-registrations";
import type { ListParameters } from "@/lib/scim/messages/list-query";
import { listResponse } from "@/lib/scim/messages/list-response";
import { parseListParameters, readParameters } from "@/lib/scim/messages/parse-list-query";
import { parseSearchRequest } from "@/lib/scim/messages/parse-search-request";
import { type QuirkLog, silentQuirkLog } from "@/lib/scim/quirks/quirk-log";
import { isWhole } from "@/lib/scim/resource/project-attributes";
import { pageLimits } from "../limits";
import { finishPage, planPage } from "../plan-page";
import { planRows } from "../plan-rows";
import type { ComingCall, ScimAnswer, ScimCall, ScimSchemas, ScopeOfQuery } from "../scim-call";
import { presentUser } from "./present-user";
import { userSource } from "./user-filter";
import { writeUsers } from "./write-users";

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
  const plan = planList(call.scope, call.schemas, parameters, call.quirks);
  const { query, start, condition, page } = plan;
  if (isLong(plan, parameters) && isWhole(call.schemas.user, query.projection)) return answerLongPage(call, plan);
  const { total, registrations } = await listRegistrations(call.scope, condition, page, { groups: query.projection.wants("groups"), ahead: call.ahead ?? null });
  const rows = registrations.map((each) => ({ position: each.position, resource: presentUser(call, each, query.projection) }));
  return { status: 200, body: listResponse(finishPage(query, start, { total, rows })) };
}

type Plan = ReturnType<typeof planList>;

/** Look-ups by a hot attribute find one person or few, mostly with the credential. */
function isLong({ condition }: Plan, { filter }: ListParameters): boolean {
  return filter === undefined || condition.name === null;
}

/** A page of whole people is written as text, straight from what the database says: a hundred of them as values are most of its work. */
async function answerLongPage(call: ScimCall, { query, start, condition, page }: Plan): Promise<ScimAnswer> {
  const found = await readRegistrations(call.scope, condition, page);
  const written = writeUsers(call, found, query.projection);
  const rows = found.rows.map(({ position }, at) => ({ position, resource: { written: written[at] ?? "" } }));
  const { Resources, ...head } = listResponse(finishPage(query, start, { total: found.total, rows }));
  const texts = (Resources as { written: string }[]).map((each) => each.written);
  return { status: 200, body: null, text: `${JSON.stringify(head).slice(0, -1)},"Resources":[${texts.join(",")}]}` };
}

function planList(scope: ScopeOfQuery, schemas: ScimSchemas, parameters: ListParameters, quirks: QuirkLog) {
  const query = parseListParameters(parameters, schemas.user, quirks, pageLimits);
  const start = planPage(query, parameters, scope.connectionId, "User");
  return { query, start, ...planRows(query, start, "r", (bind) => userSource(scope, schemas.user, bind)) };
}
