/** A health rule: a name, and SQL that gives one row `(code, severity, count, evidence, fingerprint)` when it finds something, none otherwise. */
export type HealthRule = { code: string; sql: string };

/**
 * The parts that every rule may read. `c` is the connection with its contact, `day` and `hours` the counted calls of the last 24
 * and 3 hours, `recent` its last 2 000 calls, newest first. `$1` is the connection.
 */
export const shared = `
  WITH RECURSIVE c AS MATERIALIZED (
    SELECT c.id, c.organization_id, c.identity_provider AS idp, c.status, c.created_at, k.first_contact_at, k.last_contact_at, k.credential_test_at,
      k.first_user_at, k.first_update_at, k.first_group_at, k.first_deactivation_at, k.round_at, k.round_seconds, k.round_deviation, coalesce(k.networks, '{}') AS networks
    FROM connection c LEFT JOIN connection_contact k ON k.connection_id = c.id WHERE c.id = $1
  ), day AS MATERIALIZED (
    SELECT coalesce(sum(calls), 0)::int AS calls, coalesce(sum(unauthorized), 0)::int AS unauthorized, coalesce(sum(refused), 0)::int AS refused,
      coalesce(sum(limited), 0)::int AS limited, coalesce(sum(failed), 0)::int AS failed
    FROM connection_activity WHERE connection_id = $1 AND hour > now() - interval '24 hours'
  ), hours AS MATERIALIZED (
    SELECT coalesce(sum(calls), 0)::int AS calls, coalesce(sum(unauthorized), 0)::int AS unauthorized, coalesce(sum(refused), 0)::int AS refused, coalesce(sum(failed), 0)::int AS failed
    FROM connection_activity WHERE connection_id = $1 AND hour > now() - interval '3 hours'
  ), recent AS MATERIALIZED (
    SELECT id, received_at, method, path, action, status, resource_id, quirks, request_body, replay_of, row_number() OVER (ORDER BY received_at DESC, id DESC) AS nth
    FROM scim_request WHERE connection_id = $1 ORDER BY received_at DESC, id DESC LIMIT 2000
  ), covered (group_id) AS (
    SELECT group_id FROM role_mapping WHERE connection_id = $1 AND group_id IS NOT NULL
    UNION SELECT n.child_group_id FROM covered JOIN group_nesting n ON n.group_id = covered.group_id
  )`;

/** A rule about people: `where` selects registrations `r` (with member `m` and connection `c`), `detail` says what is wrong with one. */
export function peopleRule(code: string, severity: string, where: string, detail: string): HealthRule {
  const sample = `jsonb_build_object('member_id', 'member-' || r.member_id, 'name', coalesce(nullif(m.name, ''), r.user_name), 'detail', ${detail})`;
  return {
    code,
    sql: `(WITH hit AS MATERIALIZED (SELECT r.id FROM registration r JOIN member m ON m.id = r.member_id CROSS JOIN c WHERE r.connection_id = $1 AND ${where})
      SELECT '${code}', '${severity}', count(*)::int, jsonb_build_object('people', (SELECT jsonb_agg(${sample} ORDER BY r.position)
        FROM (SELECT id FROM hit ORDER BY id LIMIT 5) s JOIN registration r ON r.id = s.id JOIN member m ON m.id = r.member_id)),
        md5(string_agg(id::text, ',' ORDER BY id)) FROM hit HAVING count(*) > 0)`,
  };
}

/** A rule about groups: `where` selects groups `g` (with connection `c`). */
export function groupRule(code: string, severity: string, where: string): HealthRule {
  const sample = "jsonb_build_object('group_id', id, 'name', display_name) ORDER BY display_name_key";
  return {
    code,
    sql: `(WITH hit AS MATERIALIZED (SELECT g.id, g.display_name, g.display_name_key FROM idp_group g CROSS JOIN c WHERE g.connection_id = $1 AND ${where})
      SELECT '${code}', '${severity}', count(*)::int, jsonb_build_object('groups', (SELECT jsonb_agg(${sample}) FROM (SELECT * FROM hit ORDER BY display_name_key LIMIT 5) s)),
        md5(string_agg(id::text, ',' ORDER BY id)) FROM hit HAVING count(*) > 0)`,
  };
}

/** A rule about logged calls: `hits` is a query `(id, received_at)` over `recent`. Dismissed, it stays so until it has cleared. */
export function callRule(code: string, severity: string, hits: string): HealthRule {
  const sample = "jsonb_build_object('request_id', 'request-id-' || id, 'at', received_at) ORDER BY received_at DESC";
  return {
    code,
    sql: `(WITH hit AS MATERIALIZED (${hits})
      SELECT '${code}', '${severity}', count(*)::int, jsonb_build_object('calls', (SELECT jsonb_agg(${sample}) FROM (SELECT * FROM hit ORDER BY received_at DESC LIMIT 5) s)), '${code}'
      FROM hit HAVING count(*) > 0)`,
  };
}

/** A rule about the connection itself: `select` gives `(severity, count, values)` when it holds. */
export function factRule(code: string, select: string): HealthRule {
  return { code, sql: `(SELECT '${code}', f.severity, f.count, jsonb_build_object('values', f.facts), concat_ws(' ', '${code}', f.severity) FROM (${select}) f (severity, count, facts))` };
}
