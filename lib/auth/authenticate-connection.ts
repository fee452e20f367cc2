import { createHash } from "node:crypto";
import { combine, type Combined } from "@/lib/db/combine";
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

type Row = { token_id: string; connection_id: string; organization_id: string; identity_provider: string; paused: boolean; schema_version: number; came?: true | null; asked?: number | null };

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
  const asked = { hash, accepted, read };
  const of = `${hash.toString("base64")} ${accepted.length}`;
  if (read === null) return combine(aloneTogether, of, asked);
  return read.quick && read.valueTypes ? combine(readsTogether, `${of} ${String(read.values[0])} ${read.name}`, asked) : findWithRead({ ...asked, read });
}

type Asked = { hash: Buffer; accepted: string[]; read: Statement | null };
type AskedWithRead = Asked & { read: Statement };

// What begins after all of them have come is true for each of them: nobody is let in by what was true before.
const aloneTogether: Combined<Asked, Row[]> = {
  name: "authenticate",
  most: 256,
  run: async (items) => {
    const rows = await runRead<Row>({ name: "authenticate-connection", text: alone, values: [items[0]?.hash, items[0]?.accepted], quick: true });
    return items.map(() => rows);
  },
};

const readsTogether: Combined<Asked, Row[]> = { name: "authenticate-and-read", most: 32, run: (items) => findWithReads(items as AskedWithRead[]) };

async function findWithReads(items: readonly AskedWithRead[]): Promise<Row[][]> {
  const [first] = items;
  if (!first) return [];
  if (items.length === 1) return [await findWithRead(first)];
  const asked = items.map(({ read }, at): Record<string, unknown> => ({ at, ...Object.fromEntries<unknown>(read.values.slice(1).map((value, index) => [`c${index + 2}`, value])) }));
  const rows = await runRead<Row>({ name: `together-${first.read.name}`, text: textsOf(first.read).several, values: [first.read.values[0], first.hash, first.accepted, JSON.stringify(asked)], quick: true });
  return items.map((_, at) => rows.filter((row) => row.asked === null || row.asked === at));
}

function findWithRead({ hash, accepted, read }: AskedWithRead): Promise<Row[]> {
  const values = [...read.values, hash, accepted];
  if (read.name === undefined) return runRead<Row>({ text: together(read), values });
  return runRead<Row>({ name: `authenticated-${read.name}`, text: textsOf(read).one, values, quick: read.quick ?? false });
}

/** The texts of statements with a name, of which there are few, by what they read ahead. */
const texts = new Map<string, { one: string; several: string }>();

function textsOf(read: Statement): { one: string; several: string } {
  const known = texts.get(read.text) ?? { one: together(read), several: severalTogether(read) };
  texts.set(read.text, known);
  return known;
}

function together(read: Statement): string {
  const at = read.values.length;
  return `
    with token as materialized (${statement(`$${at + 1}`, `$${at + 2}`)})
    select token.*, came.* from token left join lateral (select true as came, ahead.* from (${read.text}) ahead) came
      on token.connection_id = $1 and not token.paused`;
}

/** The same read for several: each of them is a row of `$4` whose columns are its values, and is made by itself (`offset 0`, decision 35). */
function severalTogether(read: Statement): string {
  const columns = (read.valueTypes ?? []).slice(1).map((type, index) => `c${index + 2} ${type}`);
  const each = read.text.replace(/\$(\d+)/g, (parameter: string, number: string): string => (number === "1" ? parameter : `asked.c${number}`));
  return `
    with token as materialized (${statement("$2", "$3")})
    select token.*, came.* from token left join lateral (
      select asked.at as asked, found.* from json_to_recordset($4::json) as asked (at int, ${columns.join(", ")})
        left join lateral (select true as came, ahead.* from (${each}) ahead offset 0) found on true
    ) came on token.connection_id = $1 and not token.paused`;
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
