// A group that is gone still has a name in the event of its end. Asked for only where the joins found nothing.
const formerName = `(SELECT e.payload #>> '{idp_group,group_name}' FROM event e
  WHERE e.object_id = q.resource_id AND e.organization_id = q.organization_id ORDER BY e.position DESC LIMIT 1)`;

/** What a read of logged calls selects, and the joins that give names to ids. */
export const scimRequestColumns = `
  q.id, q.connection_id AS "connectionId", q.received_at AS "receivedAt", q.method, q.path, q.operation, q.action,
  q.resource_id AS "resourceId", coalesce(nullif(p.name, ''), r.user_name, g.display_name, ${formerName}) AS "resourceName",
  r.member_id AS "memberId", g.id AS "groupId", q.status,
  q.scim_type AS "scimType", q.detail, q.duration_ms AS "durationMs", t.last_four AS "tokenLastFour", q.quirks,
  q.request_headers AS "requestHeaders", q.request_body AS "requestBody", q.response_headers AS "responseHeaders",
  q.response_body AS "responseBody", q.body_state AS "bodyState", q.replay_of AS "replayOf", q.replayed_by AS "replayedBy",
  q.remote_address AS "remoteAddress", q.refusal`;

export const scimRequestJoins = `
  LEFT JOIN registration r ON r.id = q.resource_id AND r.organization_id = q.organization_id
  LEFT JOIN member p ON p.id = r.member_id
  LEFT JOIN idp_group g ON g.id = q.resource_id AND g.organization_id = q.organization_id
  LEFT JOIN connection_token t ON t.id = q.token_id`;
