import type { PagedGroup, PagedRegistration, RegistrationsPage } from "@/lib/directory/registrations/read-registrations";
import { presentResource } from "@/lib/scim/resource/present-resource";
import { projectAttributes, type Projection } from "@/lib/scim/resource/project-attributes";
import type { Resource } from "@/lib/scim/resource/resource";
import { writeResource, writeStandardPerson } from "@/lib/scim/resource/write-resource";
import type { ScimSubject } from "../scim-call";

/** The people of a page as JSON texts, of whom everything is shown: says what `presentUser` says. */
export function writeUsers(subject: ScimSubject, { rows, groupsOf }: Pick<RegistrationsPage, "rows" | "groupsOf">, projection: Projection): string[] {
  const { scope, schemas } = subject;
  const writeGroup = createGroupWriter(scope.baseUrl);
  return rows.map((row) => {
    const groups = groupsOf(row.id);
    const texts = `[${groups.map(writeGroup).join(",")}]`;
    const written = row.standard === 0 ? null : writeStandardPerson(schemas.user, { ...row, enterprise: row.standard === 2, baseUrl: scope.baseUrl }, texts);
    return written ?? writeAnybody(subject, row, { groups, texts }, projection);
  });
}

type Held = { groups: ReturnType<RegistrationsPage["groupsOf"]>; texts: string };

function writeAnybody({ scope, schemas }: ScimSubject, row: PagedRegistration, { groups, texts }: Held, projection: Projection): string {
  const { id, version, manager, createdAt, updatedAt } = row;
  const attributes = JSON.parse(row.attributes) as Resource;
  const stored = { id, version, manager, attributes, createdAt: new Date(createdAt), updatedAt: new Date(updatedAt), baseUrl: scope.baseUrl };
  const written = writeResource(schemas.user, stored, texts);
  if (written !== null) return written;
  const full = presentResource(schemas.user, { ...stored, groups: groups.map(({ group, type }) => ({ ...group, type })) });
  return JSON.stringify(projectAttributes(schemas.user, full, projection));
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
