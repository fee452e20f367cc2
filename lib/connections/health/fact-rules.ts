import { factRule, type HealthRule } from "./rule";

const days = (moment: string): string => `floor(extract(epoch FROM now() - ${moment}) / 86400)::int`;

/** Entra's cycle where no rhythm was learned yet; any other IdP is only expected when its rounds are regular. */
export const expectedSeconds = `CASE WHEN c.idp = 'microsoft-entra' THEN coalesce(c.round_seconds, 2400)
  WHEN c.round_seconds IS NOT NULL AND c.round_deviation IS NOT NULL AND c.round_deviation < c.round_seconds * 0.4 THEN c.round_seconds END`;

/** What the connection's age, token, rhythm and counters say. */
export const factRules: HealthRule[] = [
  factRule(
    "token_expiring",
    `SELECT CASE WHEN left_days <= 7 THEN 'critical' ELSE 'warning' END, 1, jsonb_build_object('days', left_days) FROM (
       SELECT ceil(extract(epoch FROM t.expires_at - now()) / 86400)::int AS left_days FROM connection_token t
       WHERE t.connection_id = $1 AND t.slot = 'current' AND t.revoked_at IS NULL AND t.expires_at < now() + interval '30 days') t`,
  ),
  factRule(
    "rotation_open",
    `SELECT 'info', 1, jsonb_build_object('days', ${days("t.created_at")}) FROM connection_token t WHERE t.connection_id = $1 AND t.slot = 'next' AND t.revoked_at IS NULL AND t.created_at < now() - interval '7 days'`,
  ),
  factRule(
    "contact_overdue",
    `SELECT CASE WHEN c.idp = 'microsoft-entra' AND silent > 86400 THEN 'critical' ELSE 'warning' END, 1, jsonb_build_object('minutes', round(silent / 60), 'every', round(expected / 60))
     FROM (SELECT c.*, extract(epoch FROM now() - c.last_contact_at) AS silent, ${expectedSeconds} AS expected FROM c) c WHERE c.status = 'active' AND silent > greatest(expected * 3, 7200)`,
  ),
  // Entra slows a job down when most of its calls fail, and stops it after four weeks of that.
  factRule(
    "quarantine_likely",
    `SELECT 'critical', h.unauthorized + h.refused + h.failed, jsonb_build_object('percent', round(100.0 * (h.unauthorized + h.refused + h.failed) / h.calls), 'calls', h.calls)
     FROM hours h CROSS JOIN c WHERE c.idp = 'microsoft-entra' AND h.calls >= 10 AND h.unauthorized + h.refused + h.failed > h.calls * 0.5`,
  ),
  factRule(
    "refused_storm",
    `SELECT 'warning', h.refused, jsonb_build_object('percent', round(100.0 * h.refused / h.calls), 'calls', h.calls)
     FROM hours h CROSS JOIN c WHERE c.status = 'active' AND h.refused >= 20 AND h.refused > h.calls * 0.2 AND NOT (c.idp = 'microsoft-entra' AND h.unauthorized + h.refused + h.failed > h.calls * 0.5)`,
  ),
  factRule("nobody_pushed", `SELECT 'warning', 1, jsonb_build_object('days', ${days("c.first_contact_at")}) FROM c WHERE c.first_contact_at < now() - interval '3 days' AND c.first_user_at IS NULL`),
  factRule("no_update_seen", `SELECT 'info', 1, jsonb_build_object('days', ${days("c.first_user_at")}) FROM c WHERE c.first_user_at < now() - interval '14 days' AND c.first_update_at IS NULL`),
  factRule(
    "no_deactivation_seen",
    `SELECT 'info', 1, jsonb_build_object('days', ${days("c.first_user_at")}) FROM c WHERE c.first_user_at < now() - interval '30 days' AND c.first_deactivation_at IS NULL
       AND (SELECT count(*) FROM (SELECT 1 FROM registration WHERE connection_id = $1 LIMIT 20) p) = 20`,
  ),
  // Only where the IdP has called from few networks for a week: many call from everywhere.
  factRule(
    "new_network",
    `SELECT 'info', count(*)::int, jsonb_build_object('networks', string_agg(n.network, ', ' ORDER BY n.network)) FROM c CROSS JOIN LATERAL (
       SELECT key AS network FROM jsonb_each_text(c.networks) WHERE value::timestamptz > now() - interval '3 days' AND value::timestamptz > c.first_contact_at + interval '7 days') n
     WHERE (SELECT count(*) FROM jsonb_each_text((SELECT networks FROM c)) WHERE value::timestamptz <= now() - interval '3 days') BETWEEN 1 AND 3 HAVING count(*) > 0`,
  ),
];
