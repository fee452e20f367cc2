import { pool } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import type { OrganizationScope } from "@/lib/scope";
import type { ScimRequest } from "./scim-request";
import { scimRequestColumns, scimRequestJoins } from "./scim-request-columns";

export type ScimRequestFilter = {
  connectionId?: string | undefined;
  failuresOnly?: boolean | undefined;
  operation?: string | undefined;
  show?: "all" | "changes" | "people" | "groups" | undefined;
  resourceId?: string | undefined;
  search?: string | undefined;
  cursor?: string | undefined;
  limit: number;
};
export type ScimRequestPage = { requests: ScimRequest[]; nextCursor: string | null };

/** Logged calls of the organization's IdPs, newest first, a page at a time. Throws `invalid_cursor`. */
export async function findScimRequests(scope: OrganizationScope, filter: ScimRequestFilter): Promise<ScimRequestPage> {
  const after = readCursor(filter.cursor);
  const values: unknown[] = [scope.organizationId];
  const where = ["q.organization_id = $1"];
  const add = (condition: (index: string) => string, value: unknown): void => {
    values.push(value);
    where.push(condition(`$${values.length}`));
  };
  if (scope.onlyConnection !== undefined) add((n) => `q.connection_id = ${n}`, scope.onlyConnection);
  if (filter.connectionId) add((n) => `q.connection_id = ${n}`, filter.connectionId);
  if (filter.operation) add((n) => `q.operation = ${n}`, filter.operation);
  if (filter.resourceId) add((n) => `q.resource_id = ${n}`, filter.resourceId);
  if (filter.failuresOnly) where.push("q.status >= 400");
  const narrowed = narrowing[filter.show ?? "all"];
  if (narrowed) where.push(narrowed);
  if (filter.search) add(searchCondition, `%${filter.search.replace(/[\\%_]/g, "\\$&")}%`);
  if (after) {
    values.push(after.at, after.id);
    where.push(`(q.received_at, q.id) < ($${values.length - 1}, $${values.length}::uuid)`);
  }
  const { rows } = await pool().query<ScimRequest>(
    `SELECT ${scimRequestColumns} FROM scim_request q ${scimRequestJoins}
      WHERE ${where.join(" AND ")} ORDER BY q.received_at DESC, q.id DESC LIMIT ${filter.limit + 1}`,
    values,
  );
  return pageOf(rows, filter.limit);
}

const narrowing = {
  all: null,
  changes: "q.method NOT IN ('GET', 'HEAD')",
  people: "q.path ILIKE '/Users%'",
  groups: "q.path ILIKE '/Groups%'",
};

function searchCondition(n: string): string {
  const columns = ["q.path", "q.detail", "q.resource_id::text", "q.request_body", "r.user_name", "g.display_name"];
  return `(${columns.map((column) => `${column} ILIKE ${n}`).join(" OR ")})`;
}

function pageOf(rows: ScimRequest[], limit: number): ScimRequestPage {
  const requests = rows.slice(0, limit);
  const last = rows.length > limit ? requests.at(-1) : undefined;
  const nextCursor = last ? Buffer.from(`${last.receivedAt.toISOString()} ${last.id}`).toString("base64url") : null;
  return { requests, nextCursor };
}

function readCursor(cursor: string | undefined): { at: string; id: string } | null {
  if (!cursor) return null;
  const [at, id] = Buffer.from(cursor, "base64url").toString().split(" ");
  if (!at || !id || Number.isNaN(Date.parse(at)) || !/^[0-9a-f-]{36}$/.test(id)) {
    throw new DomainError("invalid", "invalid_cursor", "The cursor is not one of ours.");
  }
  return { at, id };
}
