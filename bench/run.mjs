// npm run bench: what Rollcall does in a second and what a request costs, on a fresh installation of its own.
//
//   npm run bench                            1 000 people, then grown to 10 000
//   npm run bench -- --grow 100000           … to 100 000, with a group of as many, filters, memory
//   npm run bench -- --import 100000         an import through SCIM: people, 200 groups, five memberships a person
//   npm run bench -- --only get,lookup       some operations
//   npm run bench -- --webhooks-only         webhooks alone: ten receivers, one worker in a process of its own
//   npm run bench -- --users N --seconds S --connections C --webhooks --json out.json
import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { prepareBuild } from "../scripts/prepare.mjs";
import { benchImport } from "./import.mjs";
import { benchMapping } from "./mapping.mjs";
import { forgetPeak, measure, memoryOf } from "./measure.mjs";
import { growthTable, importTable, rateTable, webhookTable } from "./print.mjs";
import { startRollcall, startWorker } from "./rollcall.mjs";
import { createClient } from "./scim-client.mjs";
import { benchWebhooks } from "./webhooks.mjs";
import { createWork } from "./work.mjs";

const text = (value) => ({ type: "string", default: value });
const { values } = parseArgs({
  options: { users: text("1000"), grow: text("10000"), seconds: text("3"), connections: text("10"), only: text(""), rounds: text("5"), import: text("0"), json: text(""), webhooks: { type: "boolean", default: false }, "webhooks-only": { type: "boolean", default: false } },
});
const [users, grow, seconds, connections] = [values.users, values.grow, values.seconds, values.connections].map(Number);
const only = values.only.split(",").filter(Boolean);

await prepareBuild();
const output = { results: {}, hooks: [], memory: undefined };
if (values.import !== "0") await withRollcall({}, importPeople);
else if (!values["webhooks-only"]) await withRollcall({}, bench);
if (values.webhooks || values["webhooks-only"]) {
  await withRollcall({ ROLE: "web" }, async (rollcall) => {
    const worker = await startWorker(rollcall);
    output.hooks = await benchWebhooks({ rollcall, worker, rounds: Number(values.rounds), only }).finally(worker.stop);
    console.log(webhookTable(output.hooks));
  });
}
if (values.json) writeFileSync(values.json, JSON.stringify(output, null, 1));

async function withRollcall(settings, work) {
  const rollcall = await startRollcall(settings);
  try {
    await work(rollcall);
  } finally {
    await rollcall.stop();
  }
}

function openWork(rollcall) {
  const connection = rollcall.command("connection", "create", "--organization", "Bench", "--identity-provider", "okta");
  const client = createClient({ base: connection.base_url, token: connection.bearer_token, connections });
  return { client, work: createWork(client, Date.now().toString(36), connections), organizationId: connection.organization_id, connectionId: connection.connection_id };
}

async function importPeople(rollcall) {
  const { client, work } = openWork(rollcall);
  output.import = await benchImport({ rollcall, client, work, people: Number(values.import), connections });
  console.log(importTable(output.import));
  client.close();
}

async function bench(rollcall) {
  const { client, work, organizationId, connectionId } = openWork(rollcall);
  const pids = { server: rollcall.server, database: rollcall.database };
  const { results } = output;
  const time = async (key, step, options) => {
    if (only.length > 0 && !only.some((name) => key.startsWith(name)) && options.count === undefined) return;
    results[key] = await measure(step, { workers: connections, seconds, warm: 0.5, ...pids, ...options });
    results[key].memory = memoryOf(rollcall.server);
    console.error(`${key}: ${results[key].rate.toFixed(0)}/s, ${results[key].memory.now} MiB (${results[key].memory.most} at most so far)`);
  };
  console.error(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? "?"}`);
  await fill(work, users, "create", time);
  await daily(work, time);
  if (grow > users) await grown(rollcall, work, time, client, organizationId, connectionId);
  output.memory = memoryOf(rollcall.server);
  console.log(rateTable(results, { users, grow }));
  console.log(growthTable(output));
  client.close();
}

/** Warmed by the first tenth, the rest is timed. */
async function fill(work, upTo, key, time) {
  const step = Math.max(1, Math.floor((upTo - work.people.length) / 10));
  for (let at = work.people.length, part = 0; at < upTo; at = work.people.length, part++) {
    await time(part === 0 ? `${key}First` : part === 9 ? `${key}Last` : key, work.steps.create, { count: Math.min(step, upTo - at), warm: 0 });
    work.settle();
  }
}

async function daily(work, time) {
  for (const key of ["lookup", "miss", "get", "patchActive", "put", "firstPage", "lastPage"]) await time(key, work.steps[key], {});
  await timeCursor(work, time, "cursorLast");
  await work.createGroup("Bench");
  const hundreds = Math.floor(Math.min(work.people.length, 1000) / 100);
  await time("addHundred", work.steps.addHundred, { workers: 1, count: hundreds, warm: 0 });
  const singles = { workers: 1, count: Math.min(500, hundreds * 100), warm: 0 };
  await time("removeOne", work.steps.removeOne, singles);
  await time("addOne", work.steps.addOne, singles);
  await time("toggleOne", work.steps.toggleOne, {});
  await time("getGroup", work.steps.getGroup, {});
  await time("getGroupBare", work.steps.getGroupBare, {});
}

async function grown(rollcall, work, time, client, organizationId, connectionId) {
  await fill(work, grow, "grow", time);
  const big = (key) => `${key}Grown`;
  for (const key of ["lookup", "get", "firstPage", "lastPage", "byEmail", "byWorkEmail", "byExternalId", "byNameStart", "changedSince", "byTitle", "byDepartment"]) {
    await time(big(key), work.steps[key], {});
  }
  await timeCursor(work, time, big("cursorLast"));
  await work.createGroup("Everybody");
  // All but the last thousand untimed by themselves: what is compared is a hundred more in a large group.
  const hundreds = Math.floor(work.people.length / 100);
  await time("fillGroup", work.steps.addHundred, { workers: 1, count: hundreds - 10, warm: 0 });
  await time(big("addHundred"), work.steps.addHundred, { workers: 1, count: 10, warm: 0 });
  const singles = { workers: 1, count: 300, warm: 0 };
  await time(big("removeOne"), work.steps.removeOne, singles);
  await time(big("addOne"), work.steps.addOne, singles);
  await time(big("toggleOne"), work.steps.toggleOne, {});
  await time(big("getGroupBare"), work.steps.getGroupBare, {});
  const before = memoryOf(rollcall.server);
  forgetPeak(rollcall.server);
  await client.send("GET", `/Groups/${work.group.id}`, undefined, { parse: false });
  output.largeGroup = { members: work.group.members.length, before: before.now, most: memoryOf(rollcall.server).most };
  output.mapping = await benchMapping({ rollcall, client, organizationId, connectionId, group: work.group.id });
}

async function timeCursor(work, time, key) {
  const last = await work.walk(100);
  await time(key, () => work.page(last), {});
}
