// What must hold with two servers on one database, whichever of them a call reaches. Each proof throws when it is not so.
import { createClient } from "./scim-client.mjs";
import { createWork } from "./work.mjs";

/** Resolves with the sentences that held. */
export async function proveNothingBreaks(keeper, connection, servers) {
  const at = (server, token = connection.bearer_token) => clientAt(keeper, connection, server, token);
  const [left, right] = servers.map((server) => at(server));
  const works = createWork(left, "break", 1);
  await works.steps.create(0, 0);
  works.settle();
  const [person] = works.people;
  const { told, check } = list();
  check("what one server wrote, the other answers at once", (await right.send("GET", `/Users/${person.id}`)).status === 200);
  check("a change through the other is seen by the first at once", await isSeen(right, person, left));
  const post = poster(keeper.command("credential", "create"));
  const once = { "idempotency-key": "two-servers-once" };
  const answers = await Promise.all(servers.map((server) => post(server, "/v1/b2b/organizations", { organization_name: "Once", organization_slug: "once" }, once)));
  check("one call sent to both under one idempotency key is made once", new Set(answers.map(({ json }) => json.organization?.organization_id).filter(Boolean)).size === 1);
  await proveSessions({ servers, post, connection, check });
  const rotate = `/v1/b2b/scim/${connection.organization_id}/connection/${connection.connection_id}/rotate`;
  const next = (await post(servers[0], `${rotate}/start`, {})).json.connection?.next_bearer_token;
  check("a rotation begins", typeof next === "string");
  check("a token that one server began to rotate to is good at the other at once", (await at(servers[1], next).send("GET", "/Users?count=1")).status === 200);
  check("a rotation ends", (await post(servers[0], `${rotate}/complete`, {})).status === 200);
  check("the old one is refused by both at once", (await Promise.all([left, right].map((client) => client.send("GET", "/Users?count=1")))).every(({ status }) => status === 401));
  return told;
}

/** A session of the vendor's app: minted at one server, shown at the other, ended at either. Deactivating the person ends it as well. */
async function proveSessions({ servers, post, connection, check }) {
  const [left, right] = servers;
  const { json } = await post(left, `/v1/b2b/organizations/${connection.organization_id}/members`, { email_address: "two.sessions@bench.example", name: "Two Sessions" });
  const member = json.member_id ?? json.member?.member_id;
  const mint = async (server) => (await post(server, "/v1/b2b/sessions", { organization_id: connection.organization_id, member_id: member })).json.session_token;
  const isGood = async (server, token) => (await post(server, "/v1/b2b/sessions/authenticate", { session_token: token })).status === 200;
  const session = await mint(left);
  check("a session that one server minted is good at the other at once", typeof session === "string" && (await isGood(right, session)));
  check("it is revoked at the other", (await post(right, "/v1/b2b/sessions/revoke", { session_token: session })).status === 200);
  check("and refused by both at once", !(await isGood(left, session)) && !(await isGood(right, session)));
  const [first, second] = [await mint(left), await mint(right)];
  check("all sessions of a member are revoked at one", (await post(left, "/v1/b2b/sessions/revoke", { member_id: member })).status === 200);
  check("and none of them is good at the other", !(await isGood(right, first)) && !(await isGood(right, second)));
}

/** Both servers of `strict` allow `points` calls a minute: twice as many are sent to the two of them at once. */
export async function proveLimits(keeper, strict, points) {
  const { told, check } = list();
  const connection = keeper.command("connection", "create", "--organization", "Limited", "--identity-provider", "okta");
  const clients = strict.map((server) => clientAt(keeper, connection, server, connection.bearer_token));
  const scim = await Promise.all(Array.from({ length: points * 2 }, async (_, nth) => (await clients[nth % 2].send("GET", "/Users?count=1")).status));
  check(`a connection's limit of ${points} calls a minute lets ${points} of ${points * 2} through, over both servers together`, count(scim, 200) === points && count(scim, 429) === points);
  const post = poster(keeper.command("credential", "create"));
  const api = await Promise.all(Array.from({ length: points * 2 }, async (_, nth) => (await post(strict[nth % 2], "/v1/b2b/sessions/authenticate", { session_token: "none" })).status));
  check(`so does an API credential's limit`, count(api, 429) === points);
  check("and both servers go on refusing", (await Promise.all(clients.map((client) => client.send("GET", "/Users?count=1")))).every(({ status }) => status === 429));
  return told;
}

const count = (statuses, wanted) => statuses.filter((status) => status === wanted).length;

function list() {
  const told = [];
  const check = (label, right) => {
    if (!right) throw new Error(`not so: ${label}`);
    told.push(label);
  };
  return { told, check };
}

const clientAt = (keeper, connection, server, token) => createClient({ base: connection.base_url.replace(keeper.origin, server.origin), token, connections: 10 });

function poster(credential) {
  const authorization = `Basic ${Buffer.from(`${credential.project_id}:${credential.secret}`).toString("base64")}`;
  return async (server, route, body, more = {}) => {
    const answer = await fetch(`${server.origin}${route}`, { method: "POST", headers: { authorization, "content-type": "application/json", ...more }, body: JSON.stringify(body) });
    return { status: answer.status, json: await answer.json() };
  };
}

async function isSeen(client, person, reader) {
  const changed = await client.send("PATCH", `/Users/${person.id}`, { schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"], Operations: [{ op: "replace", path: "title", value: "Two" }] });
  const read = await reader.send("GET", `/Users/${person.id}`);
  return changed.status === 200 && read.json?.title === "Two";
}
