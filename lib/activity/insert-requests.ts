import type { Queryable } from "@/lib/db/queryable";

/** A row of the log, by column; `connection_id` is the URL's. */
export type RequestRow = Record<(typeof columns)[number][0], unknown>;

const columns = [
  ["id", "uuid"],
  ["connection_id", "uuid"],
  ["token_id", "uuid"],
  ["received_at", "timestamptz"],
  ["method", "text"],
  ["path", "text"],
  ["operation", "text"],
  ["action", "text"],
  ["resource_id", "uuid"],
  ["status", "int"],
  ["scim_type", "text"],
  ["detail", "text"],
  ["duration_ms", "float8"],
  ["request_headers", "jsonb"],
  ["request_body", "text"],
  ["response_headers", "jsonb"],
  ["response_body", "text"],
  ["body_state", "text"],
  ["quirks", "jsonb"],
  ["remote_address", "text"],
  ["replay_of", "uuid"],
  ["replayed_by", "text"],
  ["refusal", "jsonb"],
] as const;

// Bodies are most of the log. As values of their own they are copied; inside one JSON text they would be escaped here and parsed there, which was half
// of what PostgreSQL spent on the log (bench/NOTES.md, step 2). A statement for each of few sizes, so that each is prepared once.
const sizes = [64, 16, 4, 1];

// A call is kept if its URL names a connection, whatever its token was; other calls are nobody's.
function statement(size: number): string {
  const rows = Array.from({ length: size }, (_, row) => `(${columns.map(([, type], at) => `$${row * columns.length + at + 1}::${type}`).join(", ")})`);
  return `
  insert into scim_request (id, organization_id, connection_id, token_id, received_at, method, path, operation, action, resource_id, status, scim_type, detail,
    duration_ms, request_headers, request_body, response_headers, response_body, body_state, quirks, remote_address, replay_of, replayed_by, refusal)
  select x.id, c.organization_id, c.id, x.token_id, x.received_at, x.method, case when p.kept then x.path else regexp_replace(x.path, '\\?.*$', '?[not kept]') end,
    x.operation, x.action, x.resource_id, x.status, x.scim_type, case when p.kept then x.detail else regexp_replace(x.detail, '"[^"]*"', '"…"', 'g') end,
    x.duration_ms, x.request_headers, case when p.kept then x.request_body end, x.response_headers, case when p.kept then x.response_body end,
    case when p.kept or x.body_state = 'none' then x.body_state else 'private' end, x.quirks, x.remote_address, x.replay_of, x.replayed_by, x.refusal
  from (values ${rows.join(", ")}) as x (${columns.map(([name]) => name).join(", ")})
  join connection c on c.id = x.connection_id
  join organization o on o.id = c.organization_id
  cross join lateral (select c.call_bodies_kept and o.call_bodies_kept as kept) p
  returning connection_id, organization_id`;
}

const statements = new Map(sizes.map((size) => [size, { name: `insert-scim-requests-${size}`, text: statement(size) }]));

/** Writes rows of the log, with what their organization lets be kept. Returns the connections there are, with their organization. */
export async function insertRequests(db: Queryable, rows: readonly RequestRow[]): Promise<Map<string, string>> {
  const organizations = new Map<string, string>();
  for (let start = 0; start < rows.length; ) {
    const size = sizes.find((each) => each <= rows.length - start) ?? 1;
    const values = rows.slice(start, start + size).flatMap((row) => columns.map(([name]) => row[name]));
    const { rows: written } = await db.query<{ connection_id: string; organization_id: string }>({ ...(statements.get(size) as { name: string; text: string }), values });
    for (const each of written) organizations.set(each.connection_id, each.organization_id);
    start += size;
  }
  return organizations;
}
