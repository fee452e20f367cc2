import { pool } from "@/lib/db/client";

/** What must never be found, whatever was sent: sentences with a query that counts the offenders. */
const RULES: Record<string, string> = {
  "a userName column that differs from the attributes": "registration where user_name <> attributes->>'userName'",
  "a userName held twice": "(select 1 from registration group by connection_id, user_name_key having count(*) > 1) twice",
  "an externalId column that differs from the attributes": "registration where external_id is distinct from attributes->>'externalId'",
  "an active column that differs from the attributes": "registration where active <> (attributes->>'active')::boolean",
  "a group's name that differs from the attributes": "idp_group where display_name <> attributes->>'displayName'",
  "a group's name held twice": "(select 1 from idp_group group by connection_id, display_name_key having count(*) > 1) twice",
  "a membership over two connections": "group_membership m join registration r on r.id = m.registration_id join idp_group g on g.id = m.group_id where r.connection_id <> m.connection_id or g.connection_id <> m.connection_id",
  "a nesting over two connections": "group_nesting n join idp_group g on g.id = n.group_id join idp_group c on c.id = n.child_group_id where g.connection_id <> n.connection_id or c.connection_id <> n.connection_id",
  "a group inside itself": "(with recursive below (top, id) as (select group_id, child_group_id from group_nesting union select below.top, n.child_group_id from below join group_nesting n on n.group_id = below.id) select 1 from below where top = id) circle",
  "a member whose status is not the registration's": "registration r join member m on m.id = r.member_id where m.status <> 'deleted' and (m.status = 'active') <> r.active",
  "a deleted member with a registration": "registration r join member m on m.id = r.member_id where m.status = 'deleted'",
  "a live member that nobody registered": "member m where m.status <> 'deleted' and m.origin = 'scim' and not exists (select 1 from registration r where r.member_id = m.id)",
  "a registration in another organization than its member": "registration r join member m on m.id = r.member_id where m.organization_id <> r.organization_id",
  "something stored that clients never own": "registration where attributes ?| array['id', 'meta', 'groups', 'schemas', 'password', '__proto__', 'constructor']",
  "members stored twice": "idp_group where attributes ?| array['id', 'meta', 'members', 'schemas', '__proto__']",
  "two primary values": "registration r, jsonb_each(r.attributes) e where jsonb_typeof(e.value) = 'array' and (select count(*) from jsonb_array_elements(e.value) x where jsonb_typeof(x) = 'object' and x->'primary' = 'true') > 1",
  "a null or an empty list stored": "registration r, jsonb_each(r.attributes) e where e.value in ('null', '[]') and e.key in ('emails', 'phoneNumbers', 'addresses', 'ims', 'photos', 'roles', 'entitlements', 'x509Certificates', 'name', 'title', 'nickName', 'displayName', 'externalId')",
  "a person without an event of their making": "member m where m.origin = 'scim' and not exists (select 1 from event e where e.object_id = m.id and e.type = 'scim.member.create')",
  "a group without an event of its making": "idp_group g where not exists (select 1 from event e where e.object_id = g.id and e.type = 'scim.idp_group.create')",
};

/** The rules that the database breaks. */
export async function findInconsistencies(): Promise<string[]> {
  const broken: string[] = [];
  for (const [rule, source] of Object.entries(RULES)) {
    const { rows } = await pool().query<{ count: string }>(`select count(*) from ${source}`);
    if (rows[0]?.count !== "0") broken.push(`${String(rows[0]?.count)} × ${rule}`);
  }
  return broken;
}

/** What a refused request must leave as it was, and a change must move. */
export async function readState(connectionId: string): Promise<{ versions: string; events: string }> {
  const { rows } = await pool().query<{ versions: string; events: string }>({
    name: "fuzz-state",
    text: `select coalesce((select md5(string_agg(id || ':' || version, ',' order by id)) from registration where connection_id = $1), '')
             || coalesce((select md5(string_agg(id || ':' || version, ',' order by id)) from idp_group where connection_id = $1), '') as versions,
           (select count(*) from event where connection_id = $1) as events`,
    values: [connectionId],
  });
  return rows[0] ?? { versions: "", events: "" };
}
