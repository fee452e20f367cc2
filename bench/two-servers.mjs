// node bench/two-servers.mjs [--users 500] [--seconds 5] [--connections 10 (a server)] [--pgbouncer]
// One server and then two behind nginx, on one PostgreSQL (Rollcall's own): rate, CPU a request of each process, and that nothing breaks: what one server wrote
// the other answers, a revoked token is refused by both at once, a session that one revoked the other refuses, limits hold over both
// together, many writers of one group lose nothing. With --pgbouncer the
// servers reach PostgreSQL through PgBouncer in transaction mode. nginx and PgBouncer must be installed.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { prepareBuild } from "../scripts/prepare.mjs";
import { cpuOfTree, measure } from "./measure.mjs";
import { databaseUrlOf, findFreePort, secretsOf, startRollcall, startServer, startWorker } from "./rollcall.mjs";
import { createClient } from "./scim-client.mjs";
import { proveLimits, proveNothingBreaks } from "./two-servers-proofs.mjs";
import { createWork } from "./work.mjs";

const { values } = parseArgs({
  options: { users: { type: "string", default: "500" }, seconds: { type: "string", default: "5" }, connections: { type: "string", default: "10" }, pgbouncer: { type: "boolean", default: false } },
});
const [users, seconds, connections] = [values.users, values.seconds, values.connections].map(Number);
const folder = mkdtempSync(path.join(tmpdir(), "rollcall-two-"));
const ends = [];

await prepareBuild();
try {
  await compare();
} finally {
  for (const end of ends.reverse()) await end();
  rmSync(folder, { recursive: true, force: true });
}

async function compare() {
  const keeper = await startRollcall({ ROLE: "web" });
  ends.push(keeper.stop);
  const direct = databaseUrlOf(keeper.folder);
  const pooled = values.pgbouncer ? await startPgbouncer(direct) : direct;
  // PgBouncer before 1.21 does not carry prepared statements along.
  const settings = { ...secretsOf(keeper.folder), DATABASE_URL: pooled, DATABASE_DIRECT_URL: direct, ROLLCALL_TRUST_PROXY: "true", ...(values.pgbouncer && pgbouncerVersion() < 1.21 ? { DATABASE_PREPARED_STATEMENTS: "false" } : {}) };
  // As with more than one machine: what is done once for all (numbering, webhooks, upkeep) has a process of its own and is not counted to a server.
  const servers = [await startServer({ ...settings, ROLE: "web" }), await startServer({ ...settings, ROLE: "web" })];
  for (const { stop } of servers) ends.push(stop);
  ends.push((await startWorker({ env: { ...keeper.env, ...settings } })).stop);
  const connection = keeper.command("connection", "create", "--organization", "Two", "--identity-provider", "okta");
  const rows = [];
  for (const behind of [[servers[0]], servers]) rows.push(...(await time(keeper, connection, behind)));
  print(rows);
  const told = await proveNothingBreaks(keeper, connection, servers);
  const limited = { ...settings, ROLE: "web", ROLLCALL_SCIM_REQUESTS_PER_MINUTE: "60", ROLLCALL_API_REQUESTS_PER_MINUTE: "60" };
  const strict = [await startServer(limited), await startServer(limited)];
  for (const { stop } of strict) ends.push(stop);
  told.push(...(await proveLimits(keeper, strict, 60)));
  console.log(`\n${told.map((label) => `- ${label}`).join("\n")}`);
}

/** The same work through nginx on one or both of the servers. */
async function time(keeper, connection, behind) {
  const nginx = await startNginx(behind.map(({ port }) => port));
  const base = connection.base_url.replace(keeper.origin, nginx.origin);
  // As many calls at once for each server: one that has fewer packs fewer into one write.
  const workers = connections * behind.length;
  const client = createClient({ base, token: connection.bearer_token, connections: workers });
  const work = createWork(client, `two${behind.length}`, workers);
  const rows = [];
  const row = async (label, step, options) => {
    const before = behind.map(({ pid }) => cpuOfTree(pid));
    const nginxBefore = cpuOfTree(nginx.pid);
    const one = await measure(step, { workers, seconds, server: behind[0].pid, database: keeper.database, ...options });
    const used = behind.map(({ pid }, nth) => (cpuOfTree(pid) - before[nth]) / one.n);
    rows.push({ label, servers: behind.length, rate: one.rate, p99: one.p99, each: used, server: used.reduce((sum, ms) => sum + ms, 0), database: one.databaseCpu, nginx: (cpuOfTree(nginx.pid) - nginxBefore) / one.n });
  };
  await row("POST user", work.steps.create, { count: users, warm: 0 });
  work.settle();
  for (const key of ["lookup", "get", "patchActive", "put"]) await row(key, work.steps[key], { warm: 1 });
  await work.createGroup(`Two ${behind.length}`);
  for (let hundred = 0; hundred < Math.min(users, 1000) / 100; hundred++) await work.steps.addHundred(0, hundred);
  await row("remove and add 1, many writers on one group", work.steps.toggleOne, {});
  await work.steps.getGroup(); // throws when somebody was lost
  client.close();
  await nginx.stop();
  return rows;
}

/** One busy process fills a core: the least core time that a request needs of any one process says how many a second the machines can do. */
function print(rows) {
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? "?"}, ${values.pgbouncer ? `PgBouncer ${pgbouncerVersion()} in transaction mode` : "no pooler"}\n`);
  console.log("| operation | servers | a second | p99 ms | busiest server CPU ms | servers CPU ms | PostgreSQL CPU ms | nginx CPU ms |\n|---|---:|---:|---:|---:|---:|---:|---:|");
  for (const row of rows) console.log(`| ${row.label} | ${row.servers} | ${row.rate.toFixed(0)} | ${row.p99.toFixed(1)} | ${Math.max(...row.each).toFixed(2)} | ${row.server.toFixed(2)} | ${row.database.toFixed(2)} | ${row.nginx.toFixed(2)} |`);
  console.log("\n| operation | one server : two, by rate here | by CPU of the busiest server |\n|---|---:|---:|");
  for (const two of rows.filter(({ servers }) => servers === 2)) {
    const one = rows.find(({ label, servers }) => servers === 1 && label === two.label);
    console.log(`| ${two.label} | ${(two.rate / one.rate).toFixed(2)}× | ${(Math.max(...one.each) / Math.max(...two.each)).toFixed(2)}× |`);
  }
}

async function startNginx(ports) {
  const port = await findFreePort();
  const file = path.join(folder, `nginx-${port}.conf`);
  const upstream = ports.map((each) => `server 127.0.0.1:${each};`).join(" ");
  writeFileSync(
    file,
    `daemon off; worker_processes 1; pid ${folder}/nginx-${port}.pid; error_log stderr error; events {} http { access_log off; client_body_temp_path ${folder}; proxy_temp_path ${folder}; fastcgi_temp_path ${folder}; uwsgi_temp_path ${folder}; scgi_temp_path ${folder};
upstream rollcall { ${upstream} keepalive 32; }
server { listen 127.0.0.1:${port}; client_max_body_size 5m; location / { proxy_pass http://rollcall; proxy_http_version 1.1; proxy_set_header Connection ""; proxy_set_header Host $http_host; proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for; } } }`,
  );
  const child = spawn("nginx", ["-c", file], { stdio: "inherit" });
  const origin = `http://127.0.0.1:${port}`;
  await untilAnswers(`${origin}/api/health`);
  return { origin, pid: child.pid, stop: () => end(child, "SIGQUIT") };
}

async function startPgbouncer(url) {
  const { hostname, port, pathname, username, password } = new URL(url);
  const own = await findFreePort();
  writeFileSync(path.join(folder, "users.txt"), `"${decodeURIComponent(username)}" "${decodeURIComponent(password)}"\n`);
  const prepared = pgbouncerVersion() < 1.21 ? "" : "max_prepared_statements = 200\n";
  writeFileSync(
    path.join(folder, "pgbouncer.ini"),
    `[databases]\n* = host=${hostname} port=${port}\n[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = ${own}\nunix_socket_dir =\nauth_type = plain\nauth_file = ${folder}/users.txt\npool_mode = transaction\ndefault_pool_size = 20\nmax_client_conn = 200\nlogfile = ${folder}/pgbouncer.log\nignore_startup_parameters = extra_float_digits\n${prepared}`,
  );
  if (process.getuid?.() === 0) spawnSync("chown", ["-R", "postgres", folder]);
  const child = spawn("pgbouncer", [...(process.getuid?.() === 0 ? ["-u", "postgres"] : []), path.join(folder, "pgbouncer.ini")], { stdio: "ignore" });
  ends.push(() => end(child, "SIGINT"));
  const login = password ? `${username}:${password}` : username;
  return `postgresql://${login}@127.0.0.1:${own}${pathname}`;
}

function pgbouncerVersion() {
  return Number(/PgBouncer (\d+\.\d+)/.exec(spawnSync("pgbouncer", ["-V"], { encoding: "utf8" }).stdout)?.[1]);
}

async function untilAnswers(url) {
  for (let tries = 0; ; tries++) {
    try {
      await fetch(url);
      return;
    } catch (error) {
      if (tries > 200) throw error;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }
}

function end(child, signal) {
  return new Promise((resolve) => {
    child.once("exit", resolve);
    child.kill(signal);
  });
}
