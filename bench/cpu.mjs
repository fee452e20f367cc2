// quick: node bench/cpu.mjs BASE TOKEN SERVERPID PGPID OPS SECONDS
import { createClient } from "./scim-client.mjs";
import { createWork } from "./work.mjs";
import { measure } from "./measure.mjs";
const [base, token, server, database, ops, seconds = "3", users = "1000"] = process.argv.slice(2);
const workers = 10;
const client = createClient({ base, token, connections: workers });
const run = Date.now().toString(36);
const work = createWork(client, run, workers);
const own = { server: Number(server), database: Number(database) };
const show = (name, r) => console.log(name.padEnd(14), `${r.rate.toFixed(0)}/s p50 ${r.p50.toFixed(2)} p99 ${r.p99.toFixed(1)}  cpu server ${r.serverCpu.toFixed(3)} pg ${r.databaseCpu.toFixed(3)} sum ${(r.serverCpu + r.databaseCpu).toFixed(3)}  n ${r.n}`);
show("create", await measure(work.steps.create, { workers, count: Number(users), ...own }));
work.settle();
await work.createGroup(`G ${run}`);
for (let i = 0; i < Number(users) / 100; i++) await work.steps.addHundred(0, i);
const single = new Set(["removeOne", "addOne"]);
for (const op of ops.split(",")) {
  if (op === "") continue;
  if (single.has(op)) { const n = Math.min(500, work.group.members.length); show(op, await measure(work.steps[op], { workers: 1, count: n, ...own })); continue; }
  show(op, await measure(work.steps[op], { workers, seconds: Number(seconds), warm: 0.5, ...own }));
}
client.close();
