// The results as Markdown.
const names = {
  createFirst: "POST user, the first tenth", create: "POST user", createLast: "POST user, the last tenth", lookup: "lookup userName eq (found)", miss: "lookup userName eq (none)",
  get: "GET by id", patchActive: "PATCH active", put: "PUT profile", firstPage: "page of 100, first", lastPage: "page of 100, last", addHundred: "add 100 members (one connection)",
  removeOne: "remove 1 member (one connection)", addOne: "add 1 member (one connection)", toggleOne: "remove and add 1, ten writers on one group", getGroup: "GET group with members",
  getGroupBare: "GET group without members", growFirst: "POST user, the first tenth of the growth", grow: "POST user, growing", growLast: "POST user, the last tenth of the growth",
  cursorLastPage: "page of 1 000 by cursor, last (one connection)", byEmail: "filter emails.value eq", byWorkEmail: "filter emails[type eq and value eq]", byExternalId: "filter externalId eq",
  byNameStart: "filter displayName sw", changedSince: "filter meta.lastModified gt", byTitle: "filter title eq (nobody)", byDepartment: "filter department eq and title co",
};
const number = (value) => (value >= 100 ? Math.round(value).toLocaleString("en-US") : value.toFixed(value >= 10 ? 0 : 1));
const title = (key) => names[key] ?? (key.endsWith("Grown") ? `${names[key.slice(0, -"Grown".length)]}, grown` : key);

/** Rate, latency and CPU time of each operation. */
export function rateTable(results, { users, grow }) {
  const rows = Object.entries(results).map(
    ([key, r]) => `| ${title(key)} | ${number(r.rate)} | ${r.p50.toFixed(1)} / ${r.p99.toFixed(1)} | ${cpu(r.serverCpu)} | ${cpu(r.databaseCpu)} |`,
  );
  const head = `### ${users.toLocaleString("en-US")} people${grow > users ? `, grown to ${grow.toLocaleString("en-US")}` : ""}`;
  return [head, "", "| operation | a second | p50 / p99 ms | server CPU ms | PostgreSQL CPU ms |", "|---|---:|---:|---:|---:|", ...rows, ""].join("\n");
}

/** Growth, webhooks and memory. */
export function personTable(results, hooks, memory) {
  const pairs = Object.keys(results).filter((key) => key.endsWith("Grown") && results[key.slice(0, -"Grown".length)]);
  const growth = pairs.map((key) => {
    const small = results[key.slice(0, -"Grown".length)];
    const cost = (r) => r.serverCpu + r.databaseCpu;
    return `| ${names[key.slice(0, -"Grown".length)]} | ${(small.rate / results[key].rate).toFixed(2)}× | ${(cost(results[key]) / cost(small)).toFixed(2)}× |`;
  });
  const received = hooks.map((row) => `| ${row.label} | ${number(row.events)} | ${number(row.eventsPerSecond)} | ${number(row.deliveriesPerSecond)} |`);
  return [
    ...(growth.length > 0 ? ["| cost of a request, grown : small | by time | by CPU |", "|---|---:|---:|", ...growth, ""] : []),
    ...(received.length > 0 ? ["| webhooks | events | events a second | deliveries a second |", "|---|---:|---:|---:|", ...received, ""] : []),
    `Memory of the server: ${memory.now} MiB at the end, ${memory.most} MiB at most.`,
  ].join("\n");
}

const cpu = (value) => (Number.isFinite(value) ? value.toFixed(2) : "");
