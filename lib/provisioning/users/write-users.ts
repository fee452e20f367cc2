import type { PagedGroup, PagedRegistration, RegistrationsPage } from "@/lib/directory/registrations/read-registrations";
import { presentResource } from "@/lib/scim/resource/present-resource";
import { projectAttributes, type Projection } from "@/lib/scim/resource/project-attributes";
import { completeResource, writeResource } from "@/lib/scim/resource/write-resource";
import type { ScimSubject } from "../scim-call";

/** The people of a page as JSON texts, of whom everything is shown: says to the byte what `presentUser` says. */
export function writeUsers({ scope, schemas }: ScimSubject, { rows, groupsOf }: Pick<RegistrationsPage, "rows" | "groupsOf">, projection: Projection): string[] {
  const { baseUrl } = scope;
  const writeGroup = createGroupWriter(baseUrl);
  return rows.map((row) => {
    const groups = groupsOf(row.id);
    const texts = `[${groups.map(writeGroup).join(",")}]`;
    const stored = { ...dated(row), baseUrl };
    if (row.shown !== null) return completeResource(schemas.user, row.shown, stored, texts);
    const { attributes } = row;
    const written = writeResource(schemas.user, { ...stored, attributes }, texts);
    if (written !== null) return written;
    const full = presentResource(schemas.user, { ...stored, attributes, groups: groups.map(({ group, type }) => ({ ...group, type })) });
    return JSON.stringify(projectAttributes(schemas.user, full, projection));
  });
}

function dated({ id, version, manager, createdAt, updatedAt }: PagedRegistration) {
  return { id, version, manager, createdAt: new Date(createdAt), updatedAt: new Date(updatedAt) };
}

/** A group is the same in everybody who is in it. */
function createGroupWriter(baseUrl: string): (held: { group: PagedGroup; type: string }) => string {
  const written = new Map<PagedGroup, string>();
  return ({ group, type }) => {
    const start = written.get(group) ?? `{"value":"${group.id}","$ref":"${baseUrl}/Groups/${group.id}","display":${JSON.stringify(group.display)},"type":"`;
    written.set(group, start);
    return `${start}${type}"}`;
  };
}
