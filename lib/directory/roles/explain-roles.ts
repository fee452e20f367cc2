import { pool } from "@/lib/db/client";
import type { OrganizationScope } from "@/lib/scope";
import type { EffectiveRole, RoleSource } from "./compute-effective-roles";

/** A call of an IdP that did something, to be linked. */
export type CallLink = { id: string; connectionId: string };

/** One link of the chain that gives someone a role, oldest cause first as the chain reads. Times are null where nothing tells any more. */
export type RoleStep =
  | { kind: "joined"; group: { id: string; name: string }; connectionName: string; at: Date | null; call: CallLink | null }
  | { kind: "nested"; child: { id: string; name: string }; group: { id: string; name: string }; at: Date | null; call: CallLink | null }
  | { kind: "mapped"; group: { id: string; name: string }; connectionId: string; at: Date | null; actor: string | null }
  | { kind: "assigned"; at: Date | null; actor: string | null };

/** The chains of a role, one a source, in the order of its sources. */
export type RoleExplanation = Map<string, RoleStep[][]>;

type Joined = { groupId: string; at: Date; requestId: string | null; connectionId: string };
type Nested = { groupId: string; childId: string; at: Date; requestId: string | null; connectionId: string };
type Mapped = { groupId: string; roleId: string; at: Date; actor: string | null };
type Assigned = { roleId: string; at: Date; actor: string | null };
type Facts = { joined: Joined[]; nested: Nested[]; mapped: Mapped[]; assigned: Assigned[] };

/** Why a member has these roles: for each source the calls and edits that led to it, nested groups included. */
export async function explainRoles(scope: OrganizationScope, memberId: string, roles: readonly EffectiveRole[]): Promise<RoleExplanation> {
  const groups = [...new Set(roles.flatMap(({ sources }) => sources.flatMap((source) => (source.type === "scim_connection_group" ? source.path.map(({ groupId }) => groupId) : []))))];
  const [joined, nested, mapped, assigned] = await Promise.all([
    pool().query<Joined>(selectJoined, [scope.organizationId, memberId, groups]),
    pool().query<Nested>(selectNested, [scope.organizationId, groups]),
    pool().query<Mapped>(selectMapped, [scope.organizationId, groups]),
    pool().query<Assigned>(selectAssigned, [scope.organizationId, memberId]),
  ]);
  const facts: Facts = { joined: joined.rows, nested: nested.rows, mapped: mapped.rows, assigned: assigned.rows };
  return new Map(roles.map(({ roleId, sources }) => [roleId, sources.map((source) => chainOf(roleId, source, facts))]));
}

function chainOf(roleId: string, source: RoleSource, facts: Facts): RoleStep[] {
  if (source.type === "everyone") return [];
  if (source.type === "direct_assignment") {
    const given = facts.assigned.find((each) => each.roleId === roleId);
    return [{ kind: "assigned", at: given?.at ?? null, actor: given?.actor ?? null }];
  }
  const steps = source.path.map(({ groupId, groupName }) => ({ id: groupId, name: groupName }));
  const [first] = steps;
  if (!first) return [];
  const join = facts.joined.find(({ groupId }) => groupId === first.id);
  const mapping = facts.mapped.find((each) => each.groupId === source.groupId && each.roleId === roleId);
  return [
    { kind: "joined", group: first, connectionName: source.connectionName, at: join?.at ?? null, call: linkOf(join) },
    ...steps.slice(1).map((group, index): RoleStep => {
      const child = steps[index] ?? first;
      const nesting = facts.nested.find((each) => each.groupId === group.id && each.childId === child.id);
      return { kind: "nested", child, group, at: nesting?.at ?? null, call: linkOf(nesting) };
    }),
    { kind: "mapped", group: { id: source.groupId, name: source.groupName }, connectionId: source.connectionId, at: mapping?.at ?? null, actor: mapping?.actor ?? null },
  ];
}

function linkOf(fact: { requestId: string | null; connectionId: string } | undefined): CallLink | null {
  return fact?.requestId ? { id: fact.requestId, connectionId: fact.connectionId } : null;
}

const selectJoined = `
  SELECT DISTINCT ON (e.object_id) e.object_id AS "groupId", e.created_at AS at, e.request_id AS "requestId", e.connection_id AS "connectionId"
  FROM event e WHERE e.organization_id = $1 AND e.member_id = $2 AND e.member_id <> e.object_id AND e.object_id = ANY ($3::uuid[]) AND e.type = 'scim.idp_group.member_add'
  ORDER BY e.object_id, e.position DESC`;

// Nesting and its event are of one transaction, and so of one time.
const selectNested = `
  SELECT n.group_id AS "groupId", n.child_group_id AS "childId", n.created_at AS at, n.connection_id AS "connectionId",
    (SELECT e.request_id FROM event e WHERE e.object_id = n.group_id AND e.type LIKE 'scim.idp_group.%' AND e.created_at BETWEEN n.created_at - interval '1 second' AND n.created_at + interval '1 second'
     ORDER BY e.position DESC LIMIT 1) AS "requestId"
  FROM group_nesting n JOIN idp_group g ON g.id = n.group_id AND g.organization_id = $1
  WHERE n.group_id = ANY ($2::uuid[]) AND n.child_group_id = ANY ($2::uuid[])`;

// The audit entry of the same save names who it was.
const selectMapped = `
  SELECT m.group_id AS "groupId", role.role_id AS "roleId", m.created_at AS at,
    (SELECT a.actor_label FROM audit_entry a WHERE a.organization_id = m.organization_id AND a.target_id = m.connection_id::text AND a.action = 'role_mapping.update'
       AND a.at BETWEEN m.created_at - interval '10 seconds' AND m.created_at + interval '10 seconds' ORDER BY abs(extract(epoch FROM a.at - m.created_at)) LIMIT 1) AS actor
  FROM role_mapping m JOIN role ON role.id = m.role_id WHERE m.organization_id = $1 AND m.group_id = ANY ($2::uuid[])`;

const selectAssigned = `
  SELECT role.role_id AS "roleId", r.created_at AS at,
    coalesce((SELECT a.actor_label FROM audit_entry a WHERE a.organization_id = r.organization_id AND a.target_id = r.member_id::text
       AND a.at BETWEEN r.created_at - interval '10 seconds' AND r.created_at + interval '10 seconds' ORDER BY abs(extract(epoch FROM a.at - r.created_at)) LIMIT 1), r.created_by) AS actor
  FROM role_assignment r JOIN role ON role.id = r.role_id WHERE r.organization_id = $1 AND r.member_id = $2`;
