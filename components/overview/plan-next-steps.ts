import type { StepState } from "@/components/ui/steps";

export const nextStepIds = ["connect", "contact", "people", "groups", "roles"] as const;

export type NextStep = { id: (typeof nextStepIds)[number]; state: StepState };

export type SetUpFacts = { connections: number; contacted: boolean; people: number; groups: number; mappings: number };

/** What is left to do until provisioning runs with roles; the first open step is the current one. Pure. */
export function planNextSteps(facts: SetUpFacts): NextStep[] {
  const done = {
    connect: facts.connections > 0,
    contact: facts.contacted,
    people: facts.people > 0,
    groups: facts.groups > 0,
    roles: facts.mappings > 0,
  };
  const current = nextStepIds.find((id) => !done[id]);
  return nextStepIds.map((id) => ({ id, state: done[id] ? "done" : id === current ? "current" : "pending" }));
}
