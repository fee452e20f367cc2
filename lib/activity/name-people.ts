import { pool } from "@/lib/db/client";
import type { OrganizationScope } from "@/lib/scope";
import { findNamedPeople, type NamedPeople } from "./find-named-people";
import type { CallPerson, NamedScimRequest, ScimRequest } from "./scim-request";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Ids looked up for a list; a push of thousands is told by its first few and a number. */
const mostLookups = 2_000;

const statement = `
  SELECT r.id, r.member_id AS "memberId", NULL::uuid AS "groupId", coalesce(nullif(m.name, ''), r.user_name) AS name
  FROM registration r JOIN member m ON m.id = r.member_id WHERE r.id = ANY ($2::uuid[]) AND r.organization_id = $1
  UNION ALL
  SELECT g.id, NULL, g.id, g.display_name FROM idp_group g WHERE g.id = ANY ($2::uuid[]) AND g.organization_id = $1`;

/** Gives the members that calls name their names, with one statement for all calls. */
export async function namePeople(scope: OrganizationScope, requests: readonly ScimRequest[]): Promise<NamedScimRequest[]> {
  const named = requests.map((request) => findNamedPeople(request));
  const ids = [...new Set(named.flatMap((people) => (people ? [...people.added, ...people.removed] : [])))].filter((id) => uuid.test(id)).slice(0, mostLookups);
  const { rows } = ids.length === 0 ? { rows: [] } : await pool().query<CallPerson>({ name: "name-people", text: statement, values: [scope.organizationId, ids] });
  const known = new Map(rows.map((row) => [row.id, row]));
  return requests.map((request, index) => ({ ...request, people: present(named[index] ?? null, known) }));
}

function present(people: NamedPeople | null, known: ReadonlyMap<string, CallPerson>): NamedScimRequest["people"] {
  if (!people) return null;
  const lookUp = (id: string): CallPerson => known.get(id.toLowerCase()) ?? { id, memberId: null, groupId: null, name: null };
  return { added: people.added.map(lookUp), removed: people.removed.map(lookUp), replaces: people.replaces };
}
