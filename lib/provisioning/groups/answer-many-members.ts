import { snapshot, type Transaction } from "@/lib/db/transaction";
import { findStoredGroup } from "@/lib/directory/groups/find-stored-group";
import { readManyMembers } from "@/lib/directory/groups/read-many-members";
import { type ListPage, listResponse } from "@/lib/scim/messages/list-response";
import { presentResource } from "@/lib/scim/resource/present-resource";
import { projectAttributes, type Projection } from "@/lib/scim/resource/project-attributes";
import type { Resource } from "@/lib/scim/resource/resource";
import { writeLongBody } from "../long-body";
import type { ScimAnswer, ScimCall } from "../scim-call";
import { noSuchGroup } from "./group-errors";
import { answerGroup } from "./present-group";

/** How the members of a group are to be shown. */
type Shown = { call: ScimCall; projection: Projection };
type Put = (text: string) => Promise<void>;

/** One group of very many members: its answer never exists as values. Version and members are of one picture. */
export function answerManyMembers(call: ScimCall, status: number, id: string, projection: Projection): Promise<ScimAnswer> {
  return snapshot(async (tx) => {
    const stored = await findStoredGroup(call.scope, id, { members: "none" }, tx);
    if (!stored) throw noSuchGroup(call);
    const { body, ...answer } = answerGroup(call, status, stored, projection);
    const long = await writeLongBody((put) => writeGroup(put, tx, body ?? {}, stored.id, { call, projection }));
    return { ...answer, body: null, long };
  });
}

/**
 * A list whose groups have very many members together, written group by group and some members at a time. `read` reads the page once more, in the
 * picture of which the members are, and says which of its resources are groups.
 */
export function answerManyGroups(call: ScimCall, projection: Projection, read: (tx: Transaction) => Promise<{ page: ListPage; groupIds: ReadonlySet<string> }>): Promise<ScimAnswer> {
  return snapshot(async (tx) => {
    const { page, groupIds } = await read(tx);
    const { Resources: _none, ...head } = listResponse(page);
    const long = await writeLongBody(async (put) => {
      await put(`${JSON.stringify(head).slice(0, -1)},"Resources":[`);
      for (const [at, resource] of page.resources.entries()) {
        if (at > 0) await put(",");
        if (groupIds.has(String(resource.id))) await writeGroup(put, tx, resource, String(resource.id), { call, projection });
        else await put(JSON.stringify(resource));
      }
      await put("]}");
    });
    return { status: 200, body: null, long };
  });
}

async function writeGroup(put: Put, tx: Transaction, resource: Resource, id: string, shown: Shown): Promise<void> {
  await put(`${JSON.stringify(resource).slice(0, -1)},"members":[`);
  let written = false;
  await readManyMembers(tx, id, async (members) => {
    const text = writeMembers(id, members, shown);
    if (text === "") return;
    await put(written ? `,${text}` : text);
    written = true;
  });
  await put("]}");
}

function writeMembers(id: string, members: Parameters<Parameters<typeof readManyMembers>[2]>[0], { call: { scope, schemas }, projection }: Shown): string {
  const full = presentResource(schemas.group, { ...emptyGroup, id, members, baseUrl: scope.baseUrl });
  const shown = projectAttributes(schemas.group, { members: full.members ?? [] }, projection).members;
  return Array.isArray(shown) ? JSON.stringify(shown).slice(1, -1) : "";
}

const emptyGroup = { attributes: {}, version: 0, createdAt: new Date(0), updatedAt: new Date(0) };
