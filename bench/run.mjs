// npm run bench: what Rollcall does in a second and what a request costs, on a fresh installation of its own.
//
//   npm run bench                            1 000 people, then grown to 10 000
//   npm run bench -- --grow 100000           … to 100 000, with a group of as many, filters, memory
//   npm run bench -- --only get,lookup       some operations
//   npm run bench -- --users N --seconds S --connections C --webhooks --json out.json
import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { prepareBuild } from "../scripts/prepare.mjs";
import { forgetPeak, measure, memoryOf } from "./measure.mjs";
import { personTable, rateTable } from "./print.mjs";
import { startRollcall } from "./rollcall.mjs";
import { createClient } from "./scim-client.mjs";
import { benchWebhooks } from "./webhooks.mjs";
import { createWork } from "./work.mjs";

const text = (value) => ({ type: "string", default: value });
const { values } = parseArgs({
  options: { users: text("1000"), grow: text("10000"), seconds: text("3"), connections: text("10"), only: text(""), json: text(""), webhooks: { type: "boolean", default: false } },
});
const [users, grow, seconds, connections] = [values.users, values.grow, values.seconds, values.connections].map(Number);
const only = values.only.split(",").filter(Boolean);

await prepareBuild();
const rollcall = await startRollcall();
try {
  await bench();
} finally {
  await rollcall.stop();
}

async function bench() {
  const connection = rollcall.command("connection", "create", "--organization", "Bench", "--identity-provider", "okta");
  const client = createClient({ base: connection.base_url, token: connection.bearer_token, connections });
  const run = Date.now().toString(36);
  const work = createWork(client, run, connections);
  const pids = { server: rollcall.server, database: rollcall.database };
  const results = {};
  const time = async (key, step, options) => {
    if (only.length > 0 && !only.some((name) => key.startsWith(name)) && options.count === undefined) return;
    results[key] = await measure(step, { workers: connections, seconds, warm: 0.5, ...pids, ...options });
    console.error(`${key}: ${results[key].rate.toFixed(0)}/s`);
  };
  console.error(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? "?"}`);
  await fill(work, users, "create", time);
  await daily(work, time);
  if (grow > users) await grown(work, time, client);
  const hooks = values.webhooks ? await benchWebhooks({ rollcall, work, client, credential: rollcall.command("credential", "create"), groupSize: Math.min(users, 1000) }) : [];
  const memory = memoryOf(rollcall.server);
  console.log(rateTable(results, { users, grow }));
  console.log(personTable(results, hooks, memory));
  if (values.json) writeFileSync(values.json, JSON.stringify({ results, hooks, memory }, null, 1));
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

async function grown(work, time, client) {
  await fill(work, grow, "grow", time);
  const big = (key) => `${key}Grown`;
  for (const key of ["lookup", "get", "firstPage", "lastPage", "byEmail", "byWorkEmail", "byExternalId", "byNameStart", "changedSince", "byTitle", "byDepartment"]) {
    await time(big(key), work.steps[key], {});
  }
  const last = await work.walk(1000);
  await time("cursorLastPage", () => work.page(last), { workers: 1 });
  await work.createGroup("Everybody");
  await time(big("addHundred"), work.steps.addHundred, { workers: 1, count: Math.floor(work.people.length / 100), warm: 0 });
  const singles = { workers: 1, count: 300, warm: 0 };
  await time(big("removeOne"), work.steps.removeOne, singles);
  await time(big("addOne"), work.steps.addOne, singles);
  const before = memoryOf(rollcall.server);
  forgetPeak(rollcall.server);
  await client.send("GET", `/Groups/${work.group.id}`, undefined, { parse: false });
  console.error(`reading a group of ${work.group.members.length}: memory ${before.now} MiB before, ${memoryOf(rollcall.server).most} MiB at most`);
}
