import { Command, InvalidArgumentError, Option } from "commander";
import { AUTHORIZATION_FORMS, type AuthorizationForm } from "./authorization.ts";
import { DIALECTS, STAGES, type Dialect, type Simulation, type SimulationOptions, type Stage } from "./idp.ts";
import { printProgress, printSummary } from "./print-progress.ts";
import { UnreachableError } from "./session.ts";
import { openIdp, result, simulate } from "./simulate.ts";

type Flags = {
  base: string;
  token: string;
  users: number;
  groups: number;
  seed: number;
  domain: string;
  auth: AuthorizationForm;
  only?: Stage[];
  stopAfter?: Stage;
  deactivate?: string;
  reactivate?: string;
  delete?: string;
  pace: number;
  json: boolean;
  quiet: boolean;
};

const program = new Command("simulate")
  .description("Plays an identity provider against a Rollcall connection and checks every answer as that provider would.")
  .argument("<dialect>", `one of ${DIALECTS.join(", ")}`, oneOf(DIALECTS))
  .requiredOption("--base <url>", "base URL of the connection", url)
  .requiredOption("--token <token>", "its bearer token (user:password with --auth basic)")
  .option("--users <number>", "people in the directory", whole, 25)
  .option("--groups <number>", "groups in the directory", whole, 3)
  .option("--seed <number>", "the same seed makes the same people", whole, 1)
  .option("--domain <domain>", "mail domain of the people", "lumenworks.example")
  .addOption(new Option("--auth <form>", "how the token travels").choices(AUTHORIZATION_FORMS).default("bearer"))
  .option("--only <stages>", `play only these, comma-separated: ${STAGES.join(", ")}`, stageList)
  .option("--stop-after <stage>", "play up to this stage", oneOf(STAGES))
  .option("--deactivate <userName>", "only deactivate this person")
  .option("--reactivate <userName>", "only reactivate this person")
  .option("--delete <userName>", "only delete this person (Entra)")
  .option("--pace <milliseconds>", "wait before each request, to watch", whole, 0)
  .option("--json", "print one JSON document at the end", false)
  .option("--quiet", "print only complaints and the summary", false)
  .action(run);

await program.parseAsync();

async function run(dialect: Dialect, flags: Flags): Promise<void> {
  if (flags.delete && dialect.startsWith("okta")) program.error("Okta never deletes people; use --deactivate.");
  const started = performance.now();
  const reporter = flags.json ? {} : printProgress(flags.quiet);
  try {
    const simulation = await play(dialect, flags, { ...flags, reporter });
    if (flags.json) console.log(JSON.stringify({ ok: simulation.complaints.length === 0, ...simulation }, null, 2));
    else printSummary(simulation, performance.now() - started);
    process.exitCode = simulation.complaints.length === 0 ? 0 : 1;
  } catch (error) {
    if (!(error instanceof UnreachableError)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
}

async function play(dialect: Dialect, flags: Flags, options: SimulationOptions): Promise<Simulation> {
  const idp = openIdp(dialect, options);
  if (flags.deactivate) await idp.deactivate(flags.deactivate);
  else if (flags.reactivate) await idp.return(flags.reactivate);
  else if (flags.delete) await idp.delete(flags.delete);
  else return simulate(dialect, options, stagesOf(flags));
  return result(dialect, idp);
}

function stagesOf({ only, stopAfter }: Flags): readonly Stage[] {
  if (only) return STAGES.filter((stage) => only.includes(stage));
  return stopAfter ? STAGES.slice(0, STAGES.indexOf(stopAfter) + 1) : STAGES;
}

function oneOf<Value extends string>(values: readonly Value[]): (text: string) => Value {
  return (text) => {
    const value = values.find((candidate) => candidate === text);
    if (value === undefined) throw new InvalidArgumentError(`Use one of ${values.join(", ")}.`);
    return value;
  };
}

function stageList(text: string): Stage[] {
  return text.split(",").map((name) => oneOf(STAGES)(name.trim()));
}

function whole(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) throw new InvalidArgumentError("Use a whole number.");
  return value;
}

function url(text: string): string {
  if (!URL.canParse(text)) throw new InvalidArgumentError("Use the whole base URL, with http:// or https://.");
  return text;
}
