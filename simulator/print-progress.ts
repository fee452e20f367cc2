import type { Simulation } from "./idp.ts";
import type { Reporter, Step } from "./session.ts";

const colours = process.stdout.isTTY && !process.env["NO_COLOR"];
const paint = (code: number, text: string) => (colours ? `\u001b[${String(code)}m${text}\u001b[0m` : text);
const dim = (text: string) => paint(2, text);
const bold = (text: string) => paint(1, text);
const red = (text: string) => paint(31, text);
const green = (text: string) => paint(32, text);

/** One line a step as it happens; complaints below their step. Quiet shows only steps with complaints. */
export function printProgress(quiet: boolean): Reporter {
  if (quiet) return {};
  return {
    chapter: (title) => console.log(`\n${bold(title)}`),
    step: (step) => {
      console.log(lineOf(step));
      for (const complaint of step.complaints) console.log(red(`      ${complaint}`));
    },
  };
}

function lineOf({ says, method, target, status, milliseconds, complaints }: Step): string {
  const mark = complaints.length === 0 ? green("✓") : red("✗");
  const exchange = `${method} ${shorten(target)} ${String(status)} ${milliseconds.toFixed(0)} ms`;
  return `  ${mark} ${says.padEnd(58)} ${dim(exchange)}`;
}

/** The part below the base URL, ids cut short. */
function shorten(target: string): string {
  const path = decodeURIComponent(target.replace(/^.*?(\/(Users|Groups)\b)/, "$1").replaceAll("+", " "));
  const short = path.replace(/([0-9a-f]{8})-[0-9a-f-]{27}/g, "$1…");
  return short.length > 60 ? `${short.slice(0, 59)}…` : short;
}

export function printSummary({ steps, complaints, people, groups }: Simulation, milliseconds: number): void {
  const slowest = [...steps].sort((a, b) => b.milliseconds - a.milliseconds)[0];
  const times = steps.map((step) => step.milliseconds).sort((a, b) => a - b);
  const median = times[Math.floor(times.length / 2)] ?? 0;
  console.log(`\n${bold("Summary")}`);
  console.log(`  ${String(people.length)} people and ${String(groups.length)} groups in the directory, ${String(steps.length)} calls in ${(milliseconds / 1000).toFixed(1)} s`);
  if (slowest) console.log(`  median ${median.toFixed(0)} ms, slowest ${slowest.milliseconds.toFixed(0)} ms (${slowest.says})`);
  if (complaints.length === 0) {
    console.log(green("  Every answer was as this identity provider expects.\n"));
    return;
  }
  console.log(red(`  ${String(complaints.length)} ${complaints.length === 1 ? "complaint" : "complaints"}:`));
  for (const line of gather(complaints)) console.log(red(`    ${line}`));
  console.log("");
}

/** The same complaint about many people is one line. */
function gather(complaints: Simulation["complaints"]): string[] {
  const groups = new Map<string, string[]>();
  for (const { says, message } of complaints) groups.set(message, [...(groups.get(message) ?? []), says]);
  return [...groups].map(([message, [first = "", ...others]]) => `${first}${others.length > 0 ? ` and ${String(others.length)} more` : ""}: ${message}`);
}
