import { createHash } from "node:crypto";
import { type ReadAhead, runRead, type Statement } from "@/lib/db/read-ahead";
import { env } from "@/lib/env";
import type { ConnectionScope } from "@/lib/scope";

/**
 * What a credential proved. `refused` is the same for every wrong credential, so that nothing tells whether a connection
 * exists; `paused` only follows a right token. `schemaVersion` is 0 while the connection has no schemas of its own.
 */
export type ConnectionAuthentication =
  | AcceptedAuthentication
  | { outcome: "paused"; scope: ConnectionScope; form: AuthorizationForm }
  | { outcome: "refused"; form: AuthorizationForm };

export type AcceptedAuthentication = { outcome: "accepted"; scope: ConnectionScope; schemaVersion: number; form: AuthorizationForm; ahead: ReadAhead | null };

/** How the token was written: what a person must know to mend it. */
export type AuthorizationForm = "bearer" | "no_scheme" | "repeated_scheme" | "custom_scheme" | "basic" | "empty" | "missing";

type Row = { token_id: string; connection_id: string; organization_id: string; identity_provider: string; paused: boolean; schema_version: number; came?: true | null };

// A password counts only as Basic, a refresh token never.
const kinds = { basic: ["basic"], token: ["bearer", "oauth_access"] };

// The hash is looked up, not compared: the index finds SHA-256 digests, whose prefix tells nothing about the token.
const statement = (hash: string, kinds: string): string => `
  select t.id as token_id, t.connection_id, c.organization_id, c.identity_provider, c.schema_version,
    (c.status = 'paused' or o.status = 'suspended') as paused
  from connection_token t
  join connection c on c.id = t.connection_id
  join organization o on o.id = c.organization_id
  where t.hash = ${hash} and t.kind = any (${kinds}::token_kind[]) and t.revoked_at is null and (t.expires_at is null or t.expires_at > now()) and c.status <> 'deleted'`;

const alone = statement("$1", "$2");

/**
 * Turns an Authorization header into the scope of the connection in the URL, with one indexed read. Accepts the token with
 * or without its scheme, in any case, padded, with the scheme doubled (Okta's "Header" mode sends what the admin typed) or another one (PingOne),
 * tokens that OAuth 2 gave, and HTTP Basic where a password was issued: all are found by the SHA-256 of what was sent.
 *
 * `read` is read in the same round trip, for the right credential only; its `$1` is the connection (bench/NOTES.md, step 3).
 */
export async function authenticateConnection(
  connectionId: string,
  authorization: string | undefined,
  requestId: string,
  read: Statement | null = null,
): Promise<ConnectionAuthentication> {
  const { token, form } = readToken(authorization);
  if (token === null) return { outcome: "refused", form };
  const hash = createHash("sha256").update(token).digest();
  const rows = await findToken(hash, form === "basic" ? kinds.basic : kinds.token, read);
  const row = rows[0];
  if (!row || row.connection_id !== connectionId.toLowerCase()) return { outcome: "refused", form };
  if (row.paused) return { outcome: "paused", scope: makeScope(row, requestId), form };
  const ahead = read && { statement: read, rows: rows.filter((each) => each.came === true) };
  return { outcome: "accepted", scope: makeScope(row, requestId), schemaVersion: row.schema_version, form, ahead };
}

function findToken(hash: Buffer, accepted: string[], read: Statement | null): Promise<Row[]> {
  if (read === null) return runRead<Row>({ name: "authenticate-connection", text: alone, values: [hash, accepted], quick: true });
  const values = [...read.values, hash, accepted];
  if (read.name === undefined) return runRead<Row>({ text: together(read), values });
  const text = texts.get(read.text) ?? together(read);
  texts.set(read.text, text);
  return runRead<Row>({ name: `authenticated-${read.name}`, text, values, quick: read.quick ?? false });
}

/** The texts of statements with a name, of which there are few, by what they read ahead. */
const texts = new Map<string, string>();

function together(read: Statement): string {
  const at = read.values.length;
  return `
    with token as materialized (${statement(`$${at + 1}`, `$${at + 2}`)})
    select token.*, came.* from token left join lateral (select true as came, ahead.* from (${read.text}) ahead) came
      on token.connection_id = $1 and not token.paused`;
}

function readToken(authorization: string | undefined): { token: string | null; form: AuthorizationForm } {
  if (authorization === undefined) return { token: null, form: "missing" };
  let rest = authorization.trim();
  let schemes = 0;
  for (; /^bearer(\s|$)/i.test(rest); schemes++) rest = rest.slice("bearer".length).trim();
  if (rest === "") return { token: null, form: "empty" };
  if (/^basic\s/i.test(rest)) return { token: decodeBase64(rest.slice("basic".length).trim()), form: "basic" };
  const words = rest.split(/\s+/);
  // PingOne lets the admin name a scheme. A token of ours has no space, so what follows the last one is all that can be one.
  if (words.length > 1) return { token: words.at(-1) ?? null, form: "custom_scheme" };
  return { token: rest, form: schemes === 0 ? "no_scheme" : schemes === 1 ? "bearer" : "repeated_scheme" };
}

/** `user:password`, whose SHA-256 is stored. */
function decodeBase64(text: string): string | null {
  return /^[A-Za-z0-9+/_-]+=*$/.test(text) ? Buffer.from(text, "base64").toString("utf8") : null;
}

function makeScope(row: Row, requestId: string): ConnectionScope {
  return {
    organizationId: row.organization_id,
    connectionId: row.connection_id,
    tokenId: row.token_id,
    requestId,
    identityProvider: row.identity_provider,
    baseUrl: `${env().publicUrl}/api/scim/${row.connection_id}`,
  } as ConnectionScope;
}
