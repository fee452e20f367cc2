// Webhooks: ten fast receivers, and one that is dead in the second round, which must change nothing for the others.
import http from "node:http";

/** Bursts of events from a membership change; resolves with a table row each. */
export async function benchWebhooks({ rollcall, work, client, credential, groupSize }) {
  const receivers = await Promise.all(Array.from({ length: 10 }, openReceiver));
  const endpoints = [];
  for (const { url } of receivers) endpoints.push(await addEndpoint(rollcall.origin, credential, url));
  const rows = [await burst("ten fast receivers", { work, client, receivers, groupSize })];
  endpoints.push(await addEndpoint(rollcall.origin, credential, "http://127.0.0.1:9/"));
  rows.push(await burst("the same beside a dead one", { work, client, receivers, groupSize }));
  for (const id of endpoints) await call(rollcall.origin, credential, "DELETE", `/v1/b2b/webhook_endpoints/${id}`);
  for (const { server } of receivers) server.close();
  return rows;
}

async function burst(label, { work, client, receivers, groupSize }) {
  const received = () => receivers.reduce((sum, { count }) => sum + count(), 0);
  const before = received();
  await work.createGroup(`Webhooks ${label}`);
  const events = 1 + groupSize;
  const began = performance.now();
  for (let start = 0; start < groupSize; start += 100) await work.steps.addHundred(0, start);
  while (received() - before < events * receivers.length) {
    if (performance.now() - began > 120_000) throw new Error(`only ${received() - before} of ${events * receivers.length} deliveries came`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  const seconds = (performance.now() - began) / 1000;
  return { label, events, deliveries: events * receivers.length, eventsPerSecond: events / seconds, deliveriesPerSecond: (events * receivers.length) / seconds };
}

function openReceiver() {
  let taken = 0;
  const server = http.createServer((request, response) => {
    request.resume().on("end", () => {
      taken += 1;
      response.end();
    });
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve({ server, url: `http://127.0.0.1:${server.address().port}/`, count: () => taken })));
}

async function addEndpoint(origin, credential, url) {
  const answer = await call(origin, credential, "POST", "/v1/b2b/webhook_endpoints", { url });
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
