import type { ConnectionScope } from "@/lib/scope";

/** What only the statement knows, each as JSON; times without their quotes. */
type Hole = "now" | "createdAt" | "updatedAt" | "externalId" | "status" | "roles";

// No JSON text holds these characters: they stand where the statement writes what it finds.
const marks: Record<Hole, number> = { now: 1, createdAt: 2, updatedAt: 3, externalId: 4, status: 5, roles: 6 };

export type MemberFacts = { eventId: string; action: "CREATE" | "UPDATE" | "DELETE"; memberId: string; email: string; name: string; described: Record<string, unknown> };

/**
 * What `memberPayload` says of a member, as JSON text with holes for what is not `known`: written here, parsed once there, while a payload that the
 * statement puts together is copied four times.
 */
export function writeMemberPayload(scope: ConnectionScope, facts: MemberFacts, known: Partial<Record<Hole, string>> = {}): string {
  const { eventId, action, memberId, email, name, described } = facts;
  const at = (hole: Hole): string => known[hole] ?? String.fromCharCode(marks[hole]);
  const organization_id = `organization-${scope.organizationId}`;
  const member_id = `member-${memberId}`;
  const member = { ...described, organization_id, member_id, email_address: email, name };
  const head = { event_id: `event-${eventId}`, action, object_type: "member", source: "SCIM", id: member_id, vertical: "B2B", organization_id, connection_id: `scim-connection-${scope.connectionId}` };
  const found = `"created_at":"${at("createdAt")}","updated_at":"${at("updatedAt")}","external_id":${at("externalId")},"status":${at("status")},"roles":${at("roles")}`;
  return `{"timestamp":"${at("now")}","member":{${found},${JSON.stringify(member).slice(1)},${JSON.stringify(head).slice(1)}`;
}

/** SQL: the payload whose text is `text`, a parameter; `values` are SQL expressions of text, times as `timestampText` writes them. */
export function fillPayload(text: string, values: Partial<Record<Hole, string>>): string {
  const filled = Object.entries(values).reduce((sql, [hole, value]) => `replace(${sql}, chr(${marks[hole as Hole]}), ${value})`, text);
  return `${filled}::jsonb`;
}

/** SQL: a time as payloads have it. */
export function timestampText(expression: string): string {
  return `to_char(${expression} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/** The roles of who has none but the one that everybody has, as JSON. */
export const everybodysRoles = '[{"role_id":"org_member","sources":[{"type":"direct_assignment","details":{}}]}]';

/** SQL: what the payloads of all membership changes of the group `group` have in common, as a piece of JSON text. See `membershipPayload`, which says the same. */
export function membershipTextOfGroup(group: string, connectionId: string): string {
  const wire = `"organization_id":"organization-' || ${group}.organization_id || '","connection_id":"scim-connection-' || ${connectionId} || '"`;
  return `('"object_type":"idp_group","source":"SCIM","id":"' || ${group}.id || '","timestamp":"' || ${timestampText("now()")} || '","vertical":"B2B",${wire},"idp_group":{"group_id":"' || ${group}.id
    || '","group_name":' || to_json(${group}.display_name)::text || ',"external_id":' || coalesce(to_json(${group}.external_id)::text, 'null') || ',${wire}}')`;
}

/** SQL: the payload of a membership change as JSON text. `group` is what `membershipTextOfGroup` gave, `person` an alias with id, email and name of the member. */
export function membershipText(eventId: string, action: string, group: string, person: string): string {
  return `('{"event_id":"event-' || ${eventId} || '","action":"' || ${action} || '",' || ${group} || ',"member":{"member_id":"member-' || ${person}.member_id
    || '","email_address":' || to_json(${person}.email)::text || ',"name":' || to_json(${person}.name)::text || ',"status":"' || ${person}.status || '"}}')`;
}

/** SQL: the payload of a member's change by the API or the portal as JSON text. See `memberPayload`, which says the same; `now`, `roles` and `person.status` are text. */
export function memberText(head: { eventId: string; action: string; source: string; now: string }, person: string, roles: string): string {
  const wire = `"organization_id":"organization-' || ${person}.organization_id || '"`;
  const times = `"created_at":"' || ${timestampText(`${person}.created_at`)} || '","updated_at":"' || ${timestampText(`${person}.updated_at`)} || '"`;
  return `('{"event_id":"event-' || ${head.eventId} || '","action":"${head.action}","object_type":"member","source":"' || ${head.source} || '","id":"member-' || ${person}.id || '","timestamp":"' || ${head.now}
    || '","vertical":"B2B",${wire},"member":{${wire},"member_id":"member-' || ${person}.id || '","email_address":' || to_json(${person}.email)::text || ',"name":' || to_json(${person}.name)::text
    || ',"status":"' || ${person}.status || '","external_id":' || coalesce(to_json(${person}.external_id)::text, 'null') || ',${times},"roles":' || ${roles} || '}}')`;
}
