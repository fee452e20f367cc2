import { Entra } from "./entra/entra.ts";
import { STAGES, type Dialect, type Idp, type Simulation, type SimulationOptions, type Stage } from "./idp.ts";
import { Okta } from "./okta/okta.ts";

/** The identity provider, ready to be told what happens: `await openIdp("okta", { base, token }).provision()`. */
export function openIdp(dialect: Dialect, options: SimulationOptions): Idp {
  if (dialect === "okta" || dialect === "okta-aiw") return new Okta(options, dialect === "okta-aiw");
  return new Entra(options, dialect);
}

/**
 * Plays the stages in order and returns the people, the groups, every step and every complaint. A connection whose credential test
 * fails is left alone. Throws `UnreachableError` when nothing answers.
 */
export async function simulate(dialect: Dialect, options: SimulationOptions, stages: readonly Stage[] = STAGES): Promise<Simulation> {
  const idp = openIdp(dialect, options);
  for (const stage of stages) {
    await idp[stage]();
    if (stage === "test" && idp.session.steps[0]?.status !== 200) break;
  }
  return result(dialect, idp);
}

export function result(dialect: Dialect, idp: Idp): Simulation {
  return { dialect, people: idp.company.people, groups: idp.company.groups, steps: idp.session.steps, complaints: idp.session.complaints };
}
