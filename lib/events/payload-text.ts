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
