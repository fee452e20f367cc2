import type { Queryable } from "@/lib/db/queryable";
import { type MemberFacts, writeMemberPayload } from "@/lib/events/payload-text";
import { newId } from "@/lib/new-id";
import type { ConnectionScope } from "@/lib/scope";
import { foldUserName } from "./fold-user-name";
import type { RegistrationProfile, StoredRegistration } from "./registration";

/** What a person of a connection became, whose member gets this e-mail and name. */
export type PersonChange = { scope: ConnectionScope; stored: StoredRegistration; profile: RegistrationProfile & { email: string; name: string } };

type Prepared = { name: string; text: string };

/**
 * A statement whose `$1` is the connection and whose `$2` the changes, as rows of `givenColumns`. `managed` also reads managers; `known` is what the event tells of
 * the member that is known beforehand.
 */
export type ChangeStatement = { plain: Prepared; managed: Prepared; action: MemberFacts["action"]; known?: Parameters<typeof writeMemberPayload>[2] };

/** SQL: the columns of `json_to_recordset` for changes. */
export const givenColumns = `at int, id uuid, version int, event_id uuid, user_name text, user_name_key text, external_id text, active boolean, kept boolean,
      email text, name text, attributes jsonb, told text, request_id uuid`;

/**
 * Makes changes of people of one connection by one statement, and gives the row that it returned for each. Undefined, and nothing is written, where it returned
 * none. Of two changes of one person the first one counts; the other one was made without knowing it.
 */
export async function changeTogether<Row extends { id: string }>(changes: readonly PersonChange[], statement: ChangeStatement, on: Queryable): Promise<(Row | undefined)[]> {
  const first = new Map([...changes].reverse().map((change) => [change.stored.id, change]));
  const counts = (change: PersonChange): boolean => first.get(change.stored.id) === change;
  const given = `[${changes.filter(counts).map((change, at) => writeGiven(change, at, statement)).join(",")}]`;
  const { rows } = await on.query<Row>({ ...(given.includes('"manager"') ? statement.managed : statement.plain), values: [changes[0]?.scope.connectionId, given] });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return changes.map((change) => (counts(change) ? byId.get(change.stored.id) : undefined));
}

function writeGiven({ scope, stored, profile }: PersonChange, at: number, { action, known = {} }: ChangeStatement): string {
  const eventId = newId();
  const { userName, email, name, attributes, described } = profile;
  return JSON.stringify({
    at,
    id: stored.id,
    version: stored.version,
    event_id: eventId,
    user_name: userName,
    user_name_key: foldUserName(userName),
    external_id: profile.externalId,
    active: profile.active,
    kept: profile.kept ?? false,
    email,
    name,
    attributes,
    told: writeMemberPayload(scope, { eventId, action, memberId: stored.memberId, email, name, described }, known),
    request_id: scope.requestId,
  });
}
