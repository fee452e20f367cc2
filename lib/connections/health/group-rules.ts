import { groupRule, type HealthRule } from "./rule";

/** What is wrong with groups and what they give. */
export const groupRules: HealthRule[] = [
  groupRule("group_without_role", "info", "EXISTS (SELECT 1 FROM covered) AND NOT EXISTS (SELECT 1 FROM covered WHERE covered.group_id = g.id)"),
  // Entra does not expand nested groups and never sends more than one level: such a group arrives empty.
  groupRule(
    "mapped_group_empty",
    "warning",
    `EXISTS (SELECT 1 FROM role_mapping m WHERE m.group_id = g.id) AND g.created_at < now() - interval '10 minutes'
      AND NOT EXISTS (SELECT 1 FROM group_membership gm WHERE gm.group_id = g.id) AND NOT EXISTS (SELECT 1 FROM group_nesting n WHERE n.group_id = g.id)`,
  ),
  {
    code: "mapped_group_missing",
    sql: `(SELECT 'mapped_group_missing', 'warning', count(*)::int, jsonb_build_object('groups', jsonb_agg(jsonb_build_object('group_id', NULL, 'name', h.group_name) ORDER BY h.group_name)),
        md5(string_agg(h.group_name, ',' ORDER BY h.group_name))
      FROM (SELECT DISTINCT m.group_name FROM role_mapping m CROSS JOIN c WHERE m.connection_id = $1 AND m.group_id IS NULL AND c.first_user_at IS NOT NULL) h HAVING count(*) > 0)`,
  },
  {
    code: "same_group_name",
    sql: `(WITH hit AS (SELECT g.id, g.display_name FROM idp_group g CROSS JOIN c JOIN idp_group o ON o.organization_id = c.organization_id AND o.id <> g.id
          AND btrim(regexp_replace(o.display_name_key, '\\s+', ' ', 'g')) = btrim(regexp_replace(g.display_name_key, '\\s+', ' ', 'g'))
        JOIN connection oc ON oc.id = o.connection_id AND oc.status <> 'deleted' WHERE g.connection_id = $1 GROUP BY 1, 2)
      SELECT 'same_group_name', 'info', count(*)::int, jsonb_build_object('groups', (SELECT jsonb_agg(jsonb_build_object('group_id', id, 'name', display_name)) FROM (SELECT * FROM hit ORDER BY display_name LIMIT 5) s)),
        md5(string_agg(id::text, ',' ORDER BY id)) FROM hit HAVING count(*) > 0)`,
  },
];
