// Webhooks: events of ten organizations to ten fast receivers, on one worker in a process of its own. How many a second from the first SCIM call to the
// last delivery, how many when they lie ready, and what a delivery costs the worker, PostgreSQL and the receivers.
import { fork } from "node:child_process";
import net from "node:net";
import pg from "pg";
import { cpuOfTree } from "./measure.mjs";
import { createClient } from "./scim-client.mjs";
import { createWork } from "./work.mjs";

const ORGANIZATIONS = 10;
const PEOPLE = 100;

/** Resolves with a table row for each way to subscribe. `rounds` groups of a hundred people are filled in each organization. */
export async function benchWebhooks({ rollcall, worker, rounds = 5, only = [] }) {
  const receivers = await openReceivers();
  const organizations = await Promise.all(Array.from({ length: ORGANIZATIONS }, (_, nth) => openOrganization(rollcall, nth)));
  const bench = { rollcall, worker, rounds, receivers, organizations, credential: rollcall.command("credential", "create") };
  const urls = receivers.ports.map((port) => `http://127.0.0.1:${port}/hook`);
  const one = organizations.map(({ id }, nth) => ({ url: urls[nth], organization_ids: [id] }));
  const all = urls.map((url) => ({ url }));
  const silent = await openSilent();
  const ways = [
    ["one endpoint, all events", [{ url: urls[0] }], 1],
    ["ten endpoints, each event to one", one, 1],
    ["ten endpoints, each event to all", all, 10],
    ["ten endpoints, each event to all, events lying ready", all, 10, { ready: true }],
    ["nine endpoints, each event to all", all.slice(1), 9],
    ["nine, and one that refuses connections", [...all.slice(1), { url: "http://127.0.0.1:9/" }], 9],
    ["nine, and one that never answers", [...all.slice(1), { url: silent.url }], 9],
  ];
  const rows = [];
  for (const way of ways) if (only.length === 0 || only.some((words) => way[0].includes(words))) rows.push(await run(bench, ...way));
  silent.close();
  receivers.close();
  for (const { client } of organizations) client.close();
  return rows;
}

async function openOrganization(rollcall, nth) {
  const connection = rollcall.command("connection", "create", "--organization", `Webhooks ${nth}`, "--identity-provider", "okta");
  const client = createClient({ base: connection.base_url, token: connection.bearer_token, connections: 1 });
  const work = createWork(client, `hooks${nth}`, 1);
  for (let person = 0; person < PEOPLE; person++) await work.steps.create(0, person);
  work.settle();
  return { id: connection.organization_id, client, work };
}

async function run(bench, label, endpoints, each, { ready = false } = {}) {
  const { rollcall, worker, rounds, receivers, organizations, credential } = bench;
  const ids = [];
  for (const endpoint of endpoints) ids.push(await addEndpoint(rollcall.origin, credential, endpoint));
  const events = ORGANIZATIONS * rounds * (PEOPLE + 1);
  if (ready) process.kill(worker.pid, "SIGSTOP");
  if (ready) await happen(organizations, rounds, label);
  const before = { taken: await receivers.taken(), cpu: cpuOf(bench), at: performance.now() };
  if (ready) process.kill(worker.pid, "SIGCONT");
  if (!ready) await happen(organizations, rounds, label);
  while ((await receivers.taken()) - before.taken < events * each) {
    if (performance.now() - before.at > 120_000) throw new Error(`only ${(await receivers.taken()) - before.taken} of ${events * each} deliveries came`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const seconds = (performance.now() - before.at) / 1000;
  const deliveries = events * each;
  const laterShare = await shareOfLater(rollcall.databaseUrl);
  const cpu = cpuOf(bench).map((used, nth) => (used - before.cpu[nth]) / deliveries);
  for (const id of ids) await call(rollcall.origin, credential, "DELETE", `/v1/b2b/webhook_endpoints/${id}`);
  console.error(`${label}: ${(events / seconds).toFixed(0)} events/s, ${(laterShare * 100).toFixed(1)} % of what arrived was written down first`);
  return { label, events, laterShare, deliveries, eventsPerSecond: events / seconds, deliveriesPerSecond: deliveries / seconds, cpu: { server: cpu[0], worker: cpu[1], database: cpu[2], receivers: cpu[3] } };
}

/** Of deliveries that arrived, how many were rows before they were tried: of the others the row is made when it is over, with the time of the try. */
async function shareOfLater(connectionString) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const { rows } = await client.query("SELECT count(*) FILTER (WHERE created_at <> settled_at)::float / greatest(1, count(*)) AS share FROM delivery WHERE status = 'delivered'");
    return rows[0].share;
  } finally {
    await client.end();
  }
}

const cpuOf = ({ rollcall, worker, receivers }) => [cpuOfTree(rollcall.server, { alone: true }), cpuOfTree(worker.pid), cpuOfTree(rollcall.database), cpuOfTree(receivers.pid)];

/** In each organization at once: a group, and a hundred people into it, again and again. */
async function happen(organizations, rounds, label) {
  await Promise.all(
    organizations.map(async ({ work }) => {
      for (let round = 0; round < rounds; round++) {
        await work.createGroup(`${label} ${round}`);
        await work.steps.addHundred(0, round);
      }
    }),
  );
}

async function openReceivers() {
  const child = fork(new URL("receivers.mjs", import.meta.url), { stdio: ["ignore", "ignore", "inherit", "ipc"] });
  const next = () => new Promise((resolve) => child.once("message", resolve));
  const { ports } = await next();
  const taken = async () => {
    const answer = next();
    child.send("taken");
    return (await answer).taken;
  };
  return { ports, pid: child.pid, taken, close: () => child.disconnect() };
}

/** Takes connections and says nothing. */
function openSilent() {
  const sockets = new Set();
  const server = net.createServer((socket) => sockets.add(socket.on("error", () => undefined).resume()));
  const close = () => {
    server.close();
    for (const socket of sockets) socket.destroy();
  };
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve({ url: `http://127.0.0.1:${server.address().port}/`, close })));
}

async function addEndpoint(origin, credential, body) {
  const answer = await call(origin, credential, "POST", "/v1/b2b/webhook_endpoints", body);
  return (answer.webhook_endpoint ?? answer.endpoint ?? answer).endpoint_id ?? answer.webhook_endpoint?.webhook_endpoint_id;
}

async function call(origin, { project_id: id, secret }, method, path, body) {
  const response = await fetch(`${origin}${path}`, {
    method,
    headers: { authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString("base64")}`, "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const json = await response.json();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(json)}`);
  return json;
}
