// What a piece of work costs: requests a second, latencies, and CPU time of the server and of PostgreSQL a request (Linux).
import { readdirSync, readFileSync, writeFileSync } from "node:fs";

const TICKS = 100;

/** CPU time in milliseconds that a process has used, and its children, living or ended, unless it counts `alone`. */
export function cpuOfTree(pid, { alone = false } = {}) {
  if (!pid) return undefined;
  let sum = 0;
  for (const entry of readdirSync("/proc")) {
    if (!/^\d+$/.test(entry)) continue;
    const stat = readStat(entry);
    if (!stat) continue;
    if (Number(entry) === pid) sum += stat.own + (alone ? 0 : stat.reaped);
    else if (!alone && stat.parent === pid) sum += stat.own;
  }
  return sum;
}

function readStat(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").replace(/^.*\) /s, "").split(" ");
    const ms = (from) => ((Number(fields[from]) + Number(fields[from + 1])) * 1000) / TICKS;
    return { parent: Number(fields[1]), own: ms(11), reaped: ms(13) };
  } catch {
    return undefined; // it ended
  }
}

/** Resident memory of a process in MiB: now, and the most so far. */
export function memoryOf(pid) {
  const text = readFileSync(`/proc/${pid}/status`, "utf8");
  const mib = (name) => Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(text)?.[1] ?? 0) / 1024);
  return { now: mib("VmRSS"), most: mib("VmHWM") };
}

/** From here on `most` is the most since now. Needs the rights of the process; without them it stays the most since its start. */
export function forgetPeak(pid) {
  try {
    writeFileSync(`/proc/${pid}/clear_refs`, "5");
  } catch {
    // not permitted
  }
}

/**
 * Runs `step(worker, nth)` on `workers` at once for `seconds` or `count` times. A step that throws is an error and stops the run:
 * a figure with wrong answers in it is none.
 */
export async function measure(step, { workers, seconds = 3, count, server, database, warm = 0 }) {
  const latencies = [];
  let nth = 0;
  const run = (until, most, keep) =>
    Promise.all(
      Array.from({ length: workers }, async (_, worker) => {
        while (most === undefined ? performance.now() < until : nth < most) {
          const began = performance.now();
          await step(worker, nth++);
          if (keep) latencies.push(performance.now() - began);
        }
      }),
    );
  if (warm > 0) await run(performance.now() + warm * 1000, undefined, false);
  const before = { server: cpuOfTree(server), database: cpuOfTree(database), at: performance.now() };
  if (count !== undefined) nth = 0;
  await run(before.at + seconds * 1000, count, true);
  const ms = performance.now() - before.at;
  return summarize(latencies, ms, { server: cpuOfTree(server) - before.server, database: cpuOfTree(database) - before.database });
}

function summarize(latencies, ms, cpu) {
  latencies.sort((a, b) => a - b);
  const n = latencies.length;
  const at = (share) => latencies[Math.min(n - 1, Math.floor(share * n))] ?? NaN;
  return { n, rate: (n * 1000) / ms, p50: at(0.5), p95: at(0.95), p99: at(0.99), serverCpu: cpu.server / n, databaseCpu: cpu.database / n };
}
