// 100 000 members for bench/portal.mjs, written by SQL into a connection's tables: what years of provisioning would have left.
import pg from "pg";

const given = ["Amara", "Bruno", "Chidi", "Dana", "Emil", "Farah", "Goran", "Hana", "Ines", "Jonas", "Keiko", "Luca", "Mira", "Noor", "Olga", "Pavel", "Quinn", "Rosa", "Sven", "Tariq", "Una", "Viktor", "Wanda", "Zoe"];
const family = ["Abdi", "Becker", "Costa", "Dubois", "Eriksson", "Fischer", "Garcia", "Haddad", "Ivanov", "Jansen", "Kovacs", "Larsen", "Moreau", "Novak", "Okafor", "Petrov", "Rossi", "Sato", "Torres", "Ueda", "Vogel", "Weiss", "Yildiz"];

/** People with a registration each, groups of 2 to everybody, two mapped roles, logged calls, events and audit entries. */
export async function fillPortal(databaseUrl, { connectionId, people }) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query("SELECT organization_id FROM connection WHERE id = $1", [connectionId]);
    const values = { organization: rows[0].organization_id, connection: connectionId, people };
    for (const step of steps) await client.query(step.text, step.names.map((name) => values[name] ?? lists[name]));
    await client.query("VACUUM ANALYZE");
  } finally {
    await client.end();
  }
}

const lists = { given, family };
const step = (names, text) => ({ names, text });

const steps = [
  // Kept to find each other again: the nth person is one row in each table.
  step(
    ["people", "given", "family"],
    `CREATE TEMPORARY TABLE person AS
     SELECT n, gen_random_uuid() AS member_id, gen_random_uuid() AS registration_id, g AS given, f AS family, g || ' ' || f AS name,
       lower(g || '.' || f || '.' || n || '@many.example') AS email, n % 10 <> 0 AS active, now() - ($1::int - n) * interval '1 minute' AS at
     FROM (SELECT n, ($2::text[])[1 + n % cardinality($2::text[])] AS g, ($3::text[])[1 + n / 7 % cardinality($3::text[])] AS f FROM generate_series(1, $1::int) n) AS drawn`,
  ),
  step(
    ["organization"],
    `INSERT INTO member (id, organization_id, origin, status, email, email_key, name, created_at, updated_at)
     SELECT member_id, $1, 'scim', (CASE WHEN active THEN 'active' ELSE 'deactivated' END)::member_status, email, email, name, at, at FROM person ORDER BY n`,
  ),
  step(
    ["connection", "organization"],
    `INSERT INTO registration (id, connection_id, organization_id, member_id, user_name, user_name_key, external_id, active, created_at, updated_at, attributes)
     SELECT registration_id, $1, $2, member_id, email, email, '00u' || n, active, at, at, json_build_object('userName', email, 'externalId', '00u' || n, 'active', active,
       'displayName', name, 'name', json_build_object('givenName', given, 'familyName', family), 'title', 'Engineer', 'emails', json_build_array(json_build_object('value', email, 'type', 'work', 'primary', true)))
     FROM person ORDER BY n`,
  ),
  // Group 0 has everybody, 1 half of them, 2 to 26 are departments, the others teams.
  step(
    ["connection", "organization"],
    `CREATE TEMPORARY TABLE team AS SELECT n, gen_random_uuid() AS id, CASE n WHEN 0 THEN 'Everybody' WHEN 1 THEN 'Half of us' ELSE (CASE WHEN n < 27 THEN 'Department ' ELSE 'Team ' END) || n END AS name,
       $1::uuid AS connection_id, $2::uuid AS organization_id FROM generate_series(0, 499) n`,
  ),
  step([], "INSERT INTO idp_group (id, connection_id, organization_id, display_name, display_name_key) SELECT id, connection_id, organization_id, name, lower(name) FROM team"),
  step(
    ["connection"],
    `INSERT INTO group_membership (group_id, registration_id, connection_id)
     SELECT team.id, person.registration_id, $1 FROM team JOIN person ON team.n = 0 OR (team.n = 1 AND person.n % 2 = 0) OR (team.n BETWEEN 2 AND 26 AND team.n = 2 + person.n % 25) OR (team.n > 26 AND team.n = 27 + person.n % 473)`,
  ),
  // The catalogue of an installation begins with the reserved roles only.
  step([], "INSERT INTO role (id, role_id, description) VALUES (gen_random_uuid(), 'editor', 'Half of us'), (gen_random_uuid(), 'billing', 'A department and a team') ON CONFLICT DO NOTHING"),
  step(
    ["connection", "organization"],
    `INSERT INTO role_mapping (id, organization_id, connection_id, group_id, group_name, group_name_key, role_id)
     SELECT gen_random_uuid(), $2, $1, team.id, team.name, lower(team.name), role.id
     FROM (VALUES (1, 'editor'), (2, 'billing'), (40, 'billing')) AS mapped (n, role_id) JOIN team USING (n) JOIN role USING (role_id)`,
  ),
  step(
    ["connection", "organization"],
    `INSERT INTO scim_request (id, organization_id, connection_id, received_at, method, path, operation, action, resource_id, status, duration_ms)
     SELECT gen_random_uuid(), $2, $1, now() - n * interval '5 seconds', 'PATCH', '/Users/' || registration_id, 'patch_user', 'update_user', registration_id, CASE WHEN n % 50 = 0 THEN 409 ELSE 200 END, 3 + n % 20 FROM person`,
  ),
  step(
    ["connection", "organization"],
    `INSERT INTO event (id, organization_id, connection_id, type, object_id, payload, sequence, number, created_at)
     SELECT gen_random_uuid(), $2, $1, 'scim.member.create', member_id, json_build_object('member', json_build_object('name', name, 'email_address', email, 'status', 'active')), 1000000 + n, 1000000 + n, at FROM person ORDER BY n`,
  ),
  step(
    ["organization"],
    `INSERT INTO audit_entry (id, organization_id, at, actor_type, actor_label, action, target_type, target_id, target_label)
     SELECT gen_random_uuid(), $1, at, 'credential', 'Production', 'member.create', 'member', member_id::text, name FROM person WHERE n % 5 = 0`,
  ),
];
