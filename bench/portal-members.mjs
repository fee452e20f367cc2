// The server's time for the members list, over the wire, for whatever a person may ask of it; asked as the portal asks.

import { cpuOfTree } from "./measure.mjs";

/** Asks for each kind of page `runs` times, one after the other, and prints the middle and the 95th of a hundred. */
export async function measureMembers({ browser, origin, storageState, organization, runs, server, database }) {
  const context = await browser.newContext({ storageState });
  const path = `${origin}/v1/b2b/organizations/${organization}`;
  const ask = async (url) => {
    const answer = await context.request.get(url);
    if (!answer.ok()) throw new Error(`${url} answered ${answer.status()}: ${await answer.text()}`);
    return answer.json();
  };
  const { groups } = await ask(`${path}/groups?sort=members&order=desc&limit=30`);
  const { connections } = await ask(`${origin}/v1/b2b/scim/${organization}/connections`);
  const everybody = groups[0].group_id;
  const department = groups.find(({ group_name }) => group_name.startsWith("Department")).group_id;
  const { cookies } = storageState;
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const all = [];
  for (const [name, query] of questions({ everybody, department, connection: connections[0].connection_id })) {
    const times = [];
    let used;
    for (let run = 0; run <= runs; run++) {
      if (run === 1) used = cpuOf({ server, database });
      const began = performance.now();
      const answer = await fetch(`${path}/members?limit=50&total_up_to=5000&${query}`, { headers: { cookie } });
      const { results_metadata } = await answer.json();
      if (run > 0) times.push(performance.now() - began);
      if (run === runs) report(`members ${name} (${results_metadata.total_is_lower_bound ? "more than " : ""}${results_metadata.total})`, times, cpuOf({ server, database }, used, runs));
    }
    all.push(...times);
  }
  report("members, all of these", all);
  await context.close();
}

function questions({ everybody, department, connection }) {
  return [
    ["first page", ""],
    ["middle page", "page=1000"],
    ["last page", "page=2000"],
    ["by e-mail, descending", "sort=email&order=desc"],
    ["by last change", "sort=updated&order=desc"],
    ["by last change, page 500", "sort=updated&order=desc&page=500"],
    ["by status", "sort=status"],
    ["by status, page 1000", "sort=status&page=1000"],
    ["active", "status=active"],
    ["deactivated", "status=deactivated"],
    ["deactivated, last page", "status=deactivated&page=200"],
    ["invited (nobody)", "status=invited"],
    ["search a", "search=a"],
    ["search a, page 1000", "search=a&page=1000"],
    ["search an", "search=an"],
    ["search many.example", "search=many.example"],
    ["search hana", "search=hana"],
    ["search hana becker", "search=hana+becker"],
    ["search 9999", "search=9999"],
    ["search for nobody", "search=qqqqq"],
    ["search a, by last change", "search=a&sort=updated&order=desc"],
    ["search a, deactivated", "search=a&status=deactivated"],
    ["connection", `connection_id=${connection}`],
    ["connection, page 1000", `connection_id=${connection}&page=1000`],
    ["connection, last page", `connection_id=${connection}&page=2000`],
    ["group of everybody", `group_id=${everybody}`],
    ["group of everybody, last page", `group_id=${everybody}&page=2000`],
    ["group of 4 000", `group_id=${department}`],
    ["group of everybody and search a", `group_id=${everybody}&search=a`],
    ["role of half", "role_id=editor"],
    ["role of half, page 500", "role_id=editor&page=500"],
    ["role of half, last page", "role_id=editor&page=800"],
    ["role of 4 000", "role_id=billing"],
    ["role of everybody", "role_id=org_member"],
    ["role, connection, search", `role_id=editor&connection_id=${connection}&search=hana`],
  ];
}

/** CPU ms of the server and of PostgreSQL so far; with what they had used before, a run. They tell more than times where other work runs beside it. */
function cpuOf({ server, database }, before = { server: 0, database: 0 }, runs = 1) {
  return { server: (cpuOfTree(server, { alone: true }) - before.server) / runs, database: ((cpuOfTree(database) ?? 0) - before.database) / runs };
}

function report(name, times, cpu) {
  const sorted = [...times].sort((left, right) => left - right);
  const at = (part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))].toFixed(1).padStart(7);
  console.log(`${name.padEnd(48)} median ${at(0.5)} ms   p95 ${at(0.95)} ms${cpu ? `   CPU: server ${cpu.server.toFixed(0).padStart(3)} ms, PostgreSQL ${cpu.database.toFixed(0).padStart(3)} ms` : ""}`);
}
