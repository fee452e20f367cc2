// The results as Markdown.
const names = {
  createFirst: "POST user, the first tenth", create: "POST user", createLast: "POST user, the last tenth", lookup: "lookup userName eq (found)", miss: "lookup userName eq (none)",
  get: "GET by id", patchActive: "PATCH active", put: "PUT profile", firstPage: "page of 100, first", lastPage: "page of 100, last", addHundred: "add 100 members (one connection)",
  removeOne: "remove 1 member (one connection)", addOne: "add 1 member (one connection)", toggleOne: "remove and add 1, ten writers on one group", getGroup: "GET group with members",
  getGroupBare: "GET group without members", growFirst: "POST user, the first tenth of the growth", grow: "POST user, growing", growLast: "POST user, the last tenth of the growth",
  cursorLast: "page of 100 by cursor, last", fillGroup: "add 100 members, a group from none to everybody (one connection)", byEmail: "filter emails.value eq", byWorkEmail: "filter emails[type eq and value eq]", byExternalId: "filter externalId eq",
  byNameStart: "filter displayName sw", changedSince: "filter meta.lastModified gt", byTitle: "filter title eq (nobody)", byDepartment: "filter department eq and title co",
};
const number = (value) => (value >= 100 ? Math.round(value).toLocaleString("en-US") : value.toFixed(value >= 10 ? 0 : 1));
const title = (key) => names[key] ?? (key.endsWith("Grown") ? `${names[key.slice(0, -"Grown".length)]}, grown` : key);

/** Rate, latency and CPU time of each operation. */
export function rateTable(results, { users, grow }) {
  const rows = Object.entries(results).map(
    ([key, r]) => `| ${title(key)} | ${number(r.rate)} | ${r.p50.toFixed(1)} / ${r.p99.toFixed(1)} | ${cpu(r.serverCpu)} | ${cpu(r.databaseCpu)} | ${r.memory.now} / ${r.memory.most} |`,
  );
  const head = `### ${users.toLocaleString("en-US")} people${grow > users ? `, grown to ${grow.toLocaleString("en-US")}` : ""}`;
  return [head, "", "| operation | a second | p50 / p99 ms | server CPU ms | PostgreSQL CPU ms | server MiB after / at most so far |", "|---|---:|---:|---:|---:|---:|", ...rows, ""].join("\n");
}

/** Growth and memory. */
export function growthTable({ results, memory, largeGroup, mapping }) {
  const pairs = Object.keys(results).filter((key) => key.endsWith("Grown") && results[key.slice(0, -"Grown".length)]);
  const growth = pairs.map((key) => {
    const small = results[key.slice(0, -"Grown".length)];
    const cost = (r) => r.serverCpu + r.databaseCpu;
    return `| ${title(key.slice(0, -"Grown".length))} | ${(results[key].p50 / small.p50).toFixed(2)}× | ${(cost(results[key]) / cost(small)).toFixed(2)}× |`;
  });
  return [
    ...(growth.length > 0 ? ["| cost of a request, grown : small | by time (median) | by CPU |", "|---|---:|---:|", ...growth, ""] : []),
    ...(largeGroup ? [`Reading a group of ${number(largeGroup.members)}: memory ${largeGroup.before} MiB before, ${largeGroup.most} MiB at most.`, ""] : []),
    ...(mapping ? ["| role mapping on that group | seconds | PostgreSQL CPU s | longest a member's PATCH waited meanwhile, ms |", "|---|---:|---:|---:|", ...mapping.map((row) => `| ${row.label} | ${row.seconds.toFixed(1)} | ${row.databaseCpu.toFixed(1)} | ${number(row.longest)} |`), ""] : []),
    `Memory of the server: ${memory.now} MiB at the end, ${memory.most} MiB at most.`,
  ].join("\n");
}

/** The import: its parts, and memory. */
export function importTable({ parts, memory, group }) {
  const rows = parts.map((part) => {
    const [first, last] = [part.rates[0], part.rates.at(-1)];
    return `| ${part.label} | ${number(part.count)} | ${number(part.seconds)} | ${number(first)} | ${number(last)} | ${(first / last).toFixed(2)}× | ${cpu(part.serverCpu)} | ${cpu(part.firstDatabaseCpu)} → ${cpu(part.lastDatabaseCpu)} |`;
  });
  return [
    "| import | requests | seconds | a second, first tenth | last tenth | first : last | server CPU ms | PostgreSQL CPU ms, first → last tenth |",
    "|---|---:|---:|---:|---:|---:|---:|---:|",
    ...rows,
    "",
    ...parts.map(({ label, rates }) => `${label}, a second, by tenths: ${rates.map(number).join(" · ")}`),
    "",
    `Memory of the server: ${memory.mean} MiB on average, ${memory.most} MiB at most. Reading the group of ${number(group.members)} (${number(group.mebibytes)} MiB of answer): ${group.before} MiB before, ${group.most} MiB at most.`,
    "",
  ].join("\n");
}

/** Webhooks: CPU times are those of one delivery, the SCIM calls and the request log included. */
export function webhookTable(hooks) {
  const rows = hooks.map(({ label, events, eventsPerSecond, deliveriesPerSecond, cpu: used }) => {
    const times = [used.worker, used.database, used.server, used.receivers].map((ms) => ms.toFixed(3));
    return `| ${label} | ${number(events)} | ${number(eventsPerSecond)} | ${number(deliveriesPerSecond)} | ${times.join(" | ")} |`;
  });
  const head = "| webhooks | events | events a second | deliveries a second | worker CPU ms | PostgreSQL CPU ms | server CPU ms | receivers CPU ms |";
  return [head, "|---|---:|---:|---:|---:|---:|---:|---:|", ...rows, ""].join("\n");
}

const cpu = (value) => (Number.isFinite(value) ? value.toFixed(2) : "");
