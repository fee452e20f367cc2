import { callRule, type HealthRule } from "./rule";

const wrote = "method IN ('POST', 'PUT', 'PATCH') AND status < 400";

/** Of the last writes, newest first, those that carry one of the quirks; none when enough of them are clean again. */
function lastWrites(count: number, quirks: readonly string[], condition = "true"): string {
  const any = quirks.map((code) => `w.quirks @> '[{"code":"${code}"}]'`).join(" OR ");
  return `SELECT w.id, w.received_at FROM (SELECT * FROM recent WHERE ${wrote} ORDER BY nth LIMIT ${count}) w CROSS JOIN c WHERE (${any}) AND ${condition}`;
}

/** What the calls themselves show. Each clears when later calls no longer show it, or when nothing of it came for days. */
export const trafficRules: HealthRule[] = [
  callRule("entra_flag_missing", "warning", lastWrites(5, ["op_case", "string_boolean"], "c.idp = 'microsoft-entra' AND w.method = 'PATCH'")),
  callRule("string_booleans", "info", lastWrites(5, ["string_boolean"], "c.idp <> 'microsoft-entra'")),
  callRule("attributes_ignored", "info", lastWrites(10, ["unknown_schema", "unknown_attribute"])),
  // Where nobody of a call was known it was refused: then only its path says which group was meant.
  callRule(
    "members_unknown",
    "warning",
    `SELECT id, received_at FROM (
       SELECT DISTINCT ON (target) * FROM (SELECT r.*, coalesce(r.resource_id::text, lower(substring(r.path from '^/Groups/([0-9a-fA-F-]{36})'))) AS target FROM recent r) r
       WHERE target IS NOT NULL AND r.method IN ('PUT', 'PATCH', 'POST') AND r.received_at > now() - interval '7 days'
         AND (r.quirks @> '[{"code":"unknown_member"}]' OR r.status < 400 AND (r.replay_of IS NOT NULL OR r.method = 'PUT')) ORDER BY target, r.nth
     ) latest WHERE latest.quirks @> '[{"code":"unknown_member"}]'`,
  ),
  callRule(
    "user_conflicts",
    "warning",
    `SELECT f.id, f.received_at FROM recent f WHERE f.action = 'create_user' AND f.status = 409 AND f.received_at > now() - interval '3 days'
       AND NOT EXISTS (SELECT 1 FROM recent s WHERE s.nth < f.nth AND s.action = 'create_user' AND s.status < 400 AND (s.replay_of = f.id OR s.request_body = f.request_body))`,
  ),
  callRule(
    "group_conflicts",
    "warning",
    `SELECT f.id, f.received_at FROM recent f WHERE f.action = 'create_group' AND f.status = 409 AND f.received_at > now() - interval '3 days'
       AND NOT EXISTS (SELECT 1 FROM recent s WHERE s.nth < f.nth AND s.action = 'create_group' AND s.status < 400 AND (s.replay_of = f.id OR s.request_body = f.request_body))`,
  ),
  // Until any call is let in after it.
  callRule("wrong_token", "critical", `SELECT f.id, f.received_at FROM recent f WHERE f.status = 401 AND f.nth < coalesce((SELECT min(nth) FROM recent WHERE status <> 401), 9999) AND f.received_at > now() - interval '7 days'`),
  callRule("server_errors", "warning", "SELECT id, received_at FROM recent WHERE status >= 500 AND received_at > now() - interval '24 hours'"),
  callRule("rate_limited", "warning", "SELECT id, received_at FROM recent WHERE status = 429 AND received_at > now() - interval '24 hours'"),
];
