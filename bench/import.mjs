// A first import through SCIM: people one by one as IdPs send them, 200 groups, five memberships a person (one of them in the group of everybody), a hundred
// members a PATCH. What it took, whether the rate stays the same from the first tenth to the last, and what memory the server held all along.
import { forgetPeak, measure, memoryOf } from "./measure.mjs";

const GROUPS = 200;
const MEMBERSHIPS = 5;
const AT_ONCE = 100;

/** Resolves with the parts of the import: label, tenths (requests a second), seconds, CPU a request; and memory. */
export async function benchImport({ rollcall, work, client, people, connections }) {
  const pids = { server: rollcall.server, database: rollcall.database };
  const memory = watchMemory(rollcall.server);
  const parts = [];
  const tenths = async (label, count, step, settle = () => undefined) => {
    const rows = [];
    for (let done = 0; done < count; ) {
      const size = Math.min(Math.ceil(count / 10), count - done);
      const offset = done;
      rows.push(await measure((worker, nth) => step(worker, nth, offset), { workers: connections, count: size, ...pids }));
      settle();
      done += size;
      console.error(`${label}: ${done} of ${count}, ${rows.at(-1).rate.toFixed(0)}/s, ${memoryOf(rollcall.server).now} MiB (${memoryOf(rollcall.server).most} at most so far)`);
    }
    parts.push({ label, count, ...sum(rows) });
  };

  await tenths("POST user", people, (worker, nth) => work.steps.create(worker, nth), work.settle);
  const groups = [];
  await tenths("POST group", GROUPS, async (_, nth, offset) => void (groups[offset + nth] = await work.newGroup(`Imported ${offset + nth}`)));
  const patches = planPatches(groups, work.people);
  await tenths("PATCH 100 members", patches.length, (_, nth, offset) => work.addMembers(patches[offset + nth].group, patches[offset + nth].people));
  const all = memory.stop();
  const before = memoryOf(rollcall.server);
  forgetPeak(rollcall.server);
  const { bytes } = await client.send("GET", `/Groups/${groups[0]}`, undefined, { parse: false });
  return { parts, memory: all, group: { members: work.people.length, mebibytes: bytes / 2 ** 20, before: before.now, most: memoryOf(rollcall.server).most } };
}

/** The first group has everybody; of the others each person is in four. A hundred members a PATCH, groups in turn, so that several are written at once. */
function planPatches(groups, people) {
  const members = groups.map(() => []);
  people.forEach((one, nth) => {
    members[0].push(one);
    for (let further = 1; further < MEMBERSHIPS; further++) members[1 + ((nth + further * 47) % (groups.length - 1))].push(one);
  });
  const patches = [];
  for (let start = 0; patches.length * AT_ONCE < people.length * MEMBERSHIPS && start < people.length; start += AT_ONCE) {
    groups.forEach((group, at) => {
      const part = members[at].slice(start, start + AT_ONCE);
      if (part.length > 0) patches.push({ group, people: part });
    });
  }
  return patches;
}

function sum(rows) {
  const n = rows.reduce((total, row) => total + row.n, 0);
  const mean = (key) => rows.reduce((total, row) => total + row[key] * row.n, 0) / n;
  const rates = rows.map(({ rate }) => rate);
  return { rates, seconds: rows.reduce((total, row) => total + row.n / row.rate, 0), serverCpu: mean("serverCpu"), databaseCpu: mean("databaseCpu"), firstDatabaseCpu: rows[0].databaseCpu, lastDatabaseCpu: rows.at(-1).databaseCpu, p99: Math.max(...rows.map(({ p99 }) => p99)) };
}

function watchMemory(pid) {
  const seen = [];
  const timer = setInterval(() => seen.push(memoryOf(pid).now), 1000);
  return { stop: () => (clearInterval(timer), { mean: Math.round(seen.reduce((total, mib) => total + mib, 0) / Math.max(1, seen.length)), most: memoryOf(pid).most }) };
}
