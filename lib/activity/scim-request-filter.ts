import { containsPattern } from "@/lib/db/contains-pattern";
import type { RequestAction } from "@/lib/contracts/activity";
import type { OrganizationScope } from "@/lib/scope";

export type ScimRequestFilter = {
  connectionId?: string | undefined;
  failuresOnly?: boolean | undefined;
  /** One status, a class of them, or calls that were answered but left something out. */
  result?: "refused" | "failed" | "partly" | number | undefined;
  operation?: string | undefined;
  action?: RequestAction | undefined;
  show?: "all" | "changes" | "people" | "groups" | undefined;
  /** A SCIM id: calls about this person or group, and those that changed them. */
  resourceId?: string | undefined;
  /** A member: calls about any of their registrations, and those that changed them. */
  memberId?: string | undefined;
  since?: Date | undefined;
  until?: Date | undefined;
  search?: string | undefined;
  cursor?: string | undefined;
  limit: number;
};

/** Conditions by what they cost: `indexed` narrow the walk along the index, `matched` look at each call. */
export type PlannedFilter = { values: unknown[]; indexed: string[]; matched: string[] };

/** Spells a filter as SQL over `scim_request q`; the numbered values of `indexed` come first. */
export function planScimRequestFilter(scope: OrganizationScope, filter: ScimRequestFilter, after: { at: string; id: string } | null): PlannedFilter {
  const values: unknown[] = [scope.organizationId];
  const value = (given: unknown): string => `$${values.push(given)}`;
  const indexed = ["q.organization_id = $1"];
  if (scope.onlyConnection !== undefined) indexed.push(`q.connection_id = ${value(scope.onlyConnection)}`);
  if (filter.connectionId) indexed.push(`q.connection_id = ${value(filter.connectionId)}`);
  if (filter.since) indexed.push(`q.received_at >= ${value(filter.since)}`);
  if (filter.until) indexed.push(`q.received_at < ${value(filter.until)}`);
  if (filter.failuresOnly) indexed.push("q.status >= 400");
  if (filter.resourceId) indexed.push(aboutResource(value(filter.resourceId)));
  if (filter.memberId) indexed.push(aboutMember(value(filter.memberId)));
  if (after) indexed.push(`(q.received_at, q.id) < (${value(after.at)}, ${value(after.id)}::uuid)`);
  return { values, indexed, matched: planMatched(filter, value) };
}

function planMatched(filter: ScimRequestFilter, value: (given: unknown) => string): string[] {
  const narrowed = narrowing[filter.show ?? "all"];
  return [
    ...(narrowed ? [narrowed] : []),
    ...(filter.result === undefined ? [] : [typeof filter.result === "number" ? `q.status = ${value(filter.result)}` : results[filter.result]]),
    ...(filter.operation ? [`q.operation = ${value(filter.operation)}`] : []),
    ...(filter.action ? [`q.action = ${value(filter.action)}`] : []),
    ...(filter.search ? [searchCondition(value(containsPattern(filter.search)))] : []),
  ];
}

// A group push changes people whom its path does not name: its events do. Each is few rows, found by index.
const aboutMember = (n: string): string => `q.id IN (
  SELECT s.id FROM scim_request s JOIN registration o ON o.id = s.resource_id WHERE o.member_id = ${n}::uuid AND o.organization_id = $1
  UNION SELECT e.request_id FROM event e WHERE e.organization_id = $1 AND e.object_id = ${n}::uuid AND e.request_id IS NOT NULL
  UNION SELECT e.request_id FROM event e WHERE e.organization_id = $1 AND e.member_id = ${n}::uuid AND e.member_id <> e.object_id AND e.request_id IS NOT NULL)`;

const aboutResource = (n: string): string => `q.id IN (
  SELECT s.id FROM scim_request s WHERE s.resource_id = ${n}::uuid AND s.organization_id = $1
  UNION SELECT e.request_id FROM event e WHERE e.organization_id = $1 AND e.object_id = ${n}::uuid AND e.request_id IS NOT NULL
  UNION SELECT e.request_id FROM event e JOIN registration o ON o.id = ${n}::uuid AND o.organization_id = $1
    WHERE e.organization_id = $1 AND e.member_id = o.member_id AND e.request_id IS NOT NULL)`;

const narrowing = {
  all: null,
  changes: "q.method NOT IN ('GET', 'HEAD')",
  people: "q.path ILIKE '/Users%'",
  groups: "q.path ILIKE '/Groups%'",
};

const results = {
  refused: "q.status BETWEEN 400 AND 499",
  failed: "q.status >= 500",
  partly: `q.status < 400 AND q.quirks @> '[{"code":"unknown_member"}]'`,
};

function searchCondition(n: string): string {
  const columns = ["q.path", "q.detail", "q.resource_id::text", "q.request_body", "r.user_name", "p.name", "g.display_name"];
  return `(${columns.map((column) => `${column} ILIKE ${n}`).join(" OR ")})`;
}
