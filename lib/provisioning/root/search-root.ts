import { listStoredGroups } from "@/lib/directory/groups/list-stored-groups";
import { listRoot, type RootRow } from "@/lib/directory/list-root";
import { listRegistrations } from "@/lib/directory/registrations/list-registrations";
import type { ListParameters } from "@/lib/scim/messages/list-query";
import { listResponse } from "@/lib/scim/messages/list-response";
import { readParameters, type ListQuery } from "@/lib/scim/messages/parse-list-query";
import { parseRootQuery } from "@/lib/scim/messages/parse-root-query";
import { parseSearchRequest } from "@/lib/scim/messages/parse-search-request";
import type { Resource } from "@/lib/scim/resource/resource";
import { compileFilter, type Bind } from "../filter-sql";
import { answerManyGroups } from "../groups/answer-many-members";
import { groupSource } from "../groups/group-filter";
import { presentGroup } from "../groups/present-group";
import { pageLimits } from "../limits";
import { finishPage, planPage } from "../plan-page";
import type { ScimAnswer, ScimCall, ScimSubject } from "../scim-call";
import { compileSort } from "../sort-sql";
import { presentUser } from "../users/present-user";
import { userSource } from "../users/user-filter";

/** GET at the base URL (RFC 7644 section 3.4.2.1): people and groups in one list. */
export function listRootResources(call: ScimCall): Promise<ScimAnswer> {
  return answerPage(call, readParameters(call.query, call.quirks));
}

/** POST /.search at the base URL (RFC 7644 section 3.4.3). */
export function searchRootResources(call: ScimCall): Promise<ScimAnswer> {
  return answerPage(call, parseSearchRequest(call.body));
}

async function answerPage(call: ScimCall, parameters: ListParameters): Promise<ScimAnswer> {
  const { scope, schemas, quirks } = call;
  const [user, group] = parseRootQuery(parameters, [schemas.user, schemas.group], quirks, pageLimits).map((each) => each.query);
  if (!user || !group) throw new Error("a root query has one reading for each resource type");
  const start = planPage(user, parameters, scope.connectionId, "");
  const found = await listRoot(scope, { ...compileBoth(call, user, group), skip: start.skip, count: start.fetch, total: start.total });
  const finish = (resources: Map<string, Resource>) => {
    const rows = found.rows.flatMap(({ id }) => {
      const resource = resources.get(id);
      return resource ? [{ position: "", resource }] : [];
    });
    return finishPage(user, start, { total: found.total, rows });
  };
  const people = await readPeople(call, found.rows, user);
  const { groups, many } = await readGroups(call, found.rows, group, { members: group.projection.wants("members") });
  if (!many) return { status: 200, body: listResponse(finish(new Map([...people, ...groups]))) };
  return answerManyGroups(call, group.projection, async (tx) => {
    const again = await readGroups(call, found.rows, group, { members: false, on: tx });
    return { page: finish(new Map([...people, ...again.groups])), groupIds: new Set(again.groups.keys()) };
  });
}

function compileBoth({ scope, schemas }: ScimSubject, user: ListQuery, group: ListQuery) {
  const values: unknown[] = [];
  const bind: Bind = (value) => `$${values.push(value) + 1}`;
  const [users, groups] = [userSource(scope, schemas.user, bind), groupSource(scope, schemas.group, bind)];
  const conditions = {
    user: user.filter ? compileFilter(user.filter, users, bind) : "true",
    group: group.filter ? compileFilter(group.filter, groups, bind) : "true",
  };
  const [byUser, byGroup] = [user.sortBy ? compileSort(user.sortBy, users) : null, group.sortBy ? compileSort(group.sortBy, groups) : null];
  const type = (byUser?.type ?? byGroup?.type) === (byGroup?.type ?? byUser?.type) ? (byUser?.type ?? byGroup?.type ?? "text") : "text";
  const direction = user.sortOrder === "descending" ? ("desc" as const) : ("asc" as const);
  const sort = byUser || byGroup ? { user: byUser?.text ?? "null", group: byGroup?.text ?? "null", type, direction } : null;
  return { ...conditions, sort, values };
}

async function readPeople(call: ScimCall, found: RootRow[], { projection }: ListQuery): Promise<Map<string, Resource>> {
  const { ids, condition, page } = pickRows("r", "User", found);
  if (ids.length === 0) return new Map();
  const { registrations } = await listRegistrations(call.scope, condition, page, { groups: projection.wants("groups") });
  return new Map(registrations.map((each) => [each.id, presentUser(call, each, projection)]));
}

async function readGroups(call: ScimCall, found: RootRow[], { projection }: ListQuery, options: Parameters<typeof listStoredGroups>[3]): Promise<{ groups: Map<string, Resource>; many: boolean }> {
  const { ids, condition, page } = pickRows("g", "Group", found);
  if (ids.length === 0) return { groups: new Map(), many: false };
  const { groups, many } = await listStoredGroups(call.scope, condition, page, options);
  return { groups: new Map(groups.map((each) => [each.id, presentGroup(call, each, projection)])), many };
}

function pickRows(alias: "r" | "g", type: RootRow["type"], found: RootRow[]) {
  const ids = found.filter((row) => row.type === type).map((row) => row.id);
  const condition = { text: `${alias}.id = any ($2::uuid[])`, keyset: null, values: [ids], name: "by-ids", byKey: true };
  return { ids, condition, page: { skip: 0, count: found.length, order: "position", total: 0 } };
}
