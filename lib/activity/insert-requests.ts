import { once } from "node:events";
import { finished } from "node:stream/promises";
import { from as copyFrom } from "pg-copy-streams";
import type { Transaction } from "@/lib/db/transaction";

/** A row of the log, by column; `connection_id` is the URL's, and the organization's is found. */
export type RequestRow = Record<(typeof columns)[number], string | number | null>;

const columns = [
  "id",
  "connection_id",
  "token_id",
  "received_at",
  "method",
  "path",
  "operation",
  "action",
  "resource_id",
  "status",
  "scim_type",
  "detail",
  "duration_ms",
  "request_headers",
  "request_body",
  "response_headers",
  "response_body",
  "body_state",
  "quirks",
  "remote_address",
  "replay_of",
  "replayed_by",
  "refusal",
] as const;

const copy = `copy scim_request (organization_id, ${columns.join(", ")}) from stdin`;

type Owner = { id: string; organization_id: string; kept: boolean };

const owners = `
  select c.id, c.organization_id, c.call_bodies_kept and o.call_bodies_kept as kept
  from connection c join organization o on o.id = c.organization_id where c.id = any($1::uuid[])`;

/**
 * Writes rows of the log, with what their organization lets be kept. A call is kept if its URL names a connection, whatever its token was; other calls are
 * nobody's. Returns the connections there are, with their organization.
 *
 * As one COPY: bodies are most of a row, and as parameters each of them would be parsed, bound and inserted by itself (bench/NOTES.md, steps 2 and 21).
 */
export async function insertRequests(tx: Transaction, rows: readonly RequestRow[]): Promise<Map<string, string>> {
  const ids = [...new Set(rows.map((row) => String(row.connection_id).toLowerCase()))];
  const found = new Map((await tx.query<Owner>({ name: "find-call-owners", text: owners, values: [ids] })).rows.map((owner) => [owner.id, owner]));
  const lines = rows.flatMap((row) => {
    const owner = found.get(String(row.connection_id).toLowerCase());
    return owner ? [writeLine(owner, owner.kept ? row : withoutContents(row))] : [];
  });
  if (lines.length > 0) await send(tx, lines.join(""));
  return new Map([...found.values()].map((owner) => [owner.id, owner.organization_id]));
}

async function send(tx: Transaction, text: string): Promise<void> {
  const stream = tx.query(copyFrom(copy));
  const done = finished(stream);
  if (!stream.write(text)) await Promise.race([once(stream, "drain"), done]);
  stream.end();
  await done;
}

/** What privacy mode keeps: that there was a call, and how it ended. */
function withoutContents(row: RequestRow): RequestRow {
  return {
    ...row,
    path: String(row.path).replace(/\?.*$/s, "?[not kept]"),
    detail: row.detail === null ? null : String(row.detail).replace(/"[^"]*"/g, '"…"'),
    request_body: null,
    response_body: null,
    body_state: row.body_state === "none" ? "none" : "private",
  };
}

/** A line of COPY's text format: columns between tabs, `\N` for null. */
function writeLine(owner: Owner, row: RequestRow): string {
  let line = owner.organization_id;
  for (const name of columns) line += `\t${writeValue(row[name])}`;
  return `${line}\n`;
}

const special = /[\\\n\r\t]/;
const escapes: Record<string, string> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

function writeValue(value: string | number | null): string {
  if (value === null) return "\\N";
  if (typeof value === "number") return String(value);
  return special.test(value) ? value.replace(/[\\\n\r\t]/g, (found) => escapes[found] ?? found) : value;
}
