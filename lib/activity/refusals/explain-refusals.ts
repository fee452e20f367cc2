import { pool } from "@/lib/db/client";
import { hashSecret } from "@/lib/secret";
import { judgeRefusal, type AddressedConnection, type KnownCredential } from "./judge-refusal";
import { readCredential, type GivenCredential } from "./read-credential";
import type { Refusal } from "./refusal";

type Refused = { id: string; connectionId: string; status: number; operation: string; tokenId: string | null; headers: Record<string, string | undefined> };

/** What became known of a refused call; `connectionId` when its token says better than its address whose it is. */
export type Explanation = { refusal: Refusal; connectionId: string | null };

/** So many refused calls of a batch are looked into; whoever guesses tokens in masses learns nothing by it anyway. */
const most = 100;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

const selectTokens = `
  select encode(t.hash, 'hex') as hash, t.connection_id as "connectionId", c.organization_id as "organizationId", c.display_name as "connectionName",
    t.kind::text as kind, t.last_four as "lastFour", t.revoked_at as "revokedAt", t.revoked_for as "revokedFor", t.expires_at as "expiresAt", c.status = 'deleted' as "deleted"
  from connection_token t join connection c on c.id = t.connection_id where t.hash = any ($1::bytea[])
  union all
  select encode(s.hash, 'hex'), c.id, c.organization_id, c.display_name, 'client_secret', s.last_four, s.revoked_at, null, s.expires_at, c.status = 'deleted'
  from connection_client_secret s join connection_client k on k.id = s.client_id join connection c on c.id = k.connection_id where s.hash = any ($1::bytea[])`;

const selectConnections = `
  select id, organization_id as "organizationId", sign_in_methods as "signInMethods" from connection where id = any ($1::uuid[]) and status <> 'deleted'`;

/**
 * Finds out why calls were refused for their credential, by the SHA-256 of what they may have meant. Runs while the log is
 * written, never while a call waits. By the id of the call.
 */
export async function explainRefusals(calls: readonly Refused[]): Promise<Map<string, Explanation>> {
  const refused = calls.filter((call) => call.status === 401 && call.operation === "authenticate" && call.tokenId === null).slice(0, most);
  if (refused.length === 0) return new Map();
  const given = refused.map((call) => ({ call, credential: readCredential(call.headers.authorization) }));
  const [credentials, connections] = await Promise.all([findCredentials(given.map((each) => each.credential)), findConnections(refused)]);
  return new Map(given.map(({ call, credential }) => [call.id, judgeRefusal(credential, connections.get(call.connectionId.toLowerCase()) ?? null, credentials)]));
}

async function findCredentials(given: GivenCredential[]): Promise<Map<string, KnownCredential>> {
  const texts = [...new Set(given.flatMap(({ candidates }) => candidates.map(({ text }) => text)))];
  if (texts.length === 0) return new Map();
  const hashes = texts.map((text) => hashSecret(text));
  const { rows } = await pool().query<KnownCredential & { hash: string }>({ name: "explain-refusals", text: selectTokens, values: [hashes] });
  const byHash = new Map(rows.map((row) => [row.hash, row]));
  return new Map(texts.flatMap((text, index) => {
    const known = byHash.get(hashes[index]?.toString("hex") ?? "");
    return known ? [[text, known] as const] : [];
  }));
}

async function findConnections(calls: Refused[]): Promise<Map<string, AddressedConnection>> {
  const ids = [...new Set(calls.map((call) => call.connectionId.toLowerCase()))].filter((id) => uuid.test(id));
  if (ids.length === 0) return new Map();
  const { rows } = await pool().query<AddressedConnection>({ name: "explain-connections", text: selectConnections, values: [ids] });
  return new Map(rows.map((row) => [row.id, row]));
}
