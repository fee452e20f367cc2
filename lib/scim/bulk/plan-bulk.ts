import { findBulkIds } from "@/lib/scim/bulk/bulk-references";
import type { BulkEntry } from "@/lib/scim/bulk/parse-bulk-request";

/**
 * A step of a bulk job. `run` performs the operation, without the references in `deferred`, whose resources come later;
 * `complete` then writes the data of such an operation again with all references: a POST as PUT on the new resource,
 * anything else as it was sent. Refused entries are steps too: their answer keeps its place.
 */
export type BulkStep = { kind: "run"; index: number; deferred: string[] } | { kind: "complete"; index: number };

/**
 * The order in which to perform the operations of a bulk job: as sent, but what an operation refers to comes before it.
 * Where references are circular (RFC 7644 section 3.7.1), one operation runs without them and is completed afterwards.
 */
export function planBulk(entries: readonly BulkEntry[]): BulkStep[] {
  const plan: Plan = { entries, creators: findCreators(entries), state: new Map(), steps: [] };
  entries.forEach((_entry, index) => {
    const completions: number[] = [];
    visit(plan, index, completions);
    for (const completed of completions) plan.steps.push({ kind: "complete", index: completed });
  });
  return plan.steps;
}

type Plan = {
  entries: readonly BulkEntry[];
  /** The operation that creates the resource of a bulkId. */
  creators: ReadonlyMap<string, number>;
  state: Map<number, "open" | "done">;
  steps: BulkStep[];
};

function findCreators(entries: readonly BulkEntry[]): Map<string, number> {
  const creators = new Map<string, number>();
  entries.forEach((entry, index) => {
    if (entry.kind === "operation" && entry.operation.method === "POST" && entry.operation.bulkId !== undefined) {
      creators.set(entry.operation.bulkId, index);
    }
  });
  return creators;
}

function visit(plan: Plan, index: number, completions: number[]): void {
  if (plan.state.has(index)) return;
  plan.state.set(index, "open");
  const deferred = referencesOf(plan, index).filter((bulkId) => !isAvailable(plan, bulkId, completions));
  plan.steps.push({ kind: "run", index, deferred });
  if (deferred.length > 0) completions.push(index);
  plan.state.set(index, "done");
}

function referencesOf({ entries }: Plan, index: number): string[] {
  const entry = entries[index];
  return entry?.kind === "operation" ? findBulkIds(entry.operation) : [];
}

/** Performs the creating operation first; false where that one waits for this one. An unknown bulkId fails when resolved. */
function isAvailable(plan: Plan, bulkId: string, completions: number[]): boolean {
  const creator = plan.creators.get(bulkId);
  if (creator === undefined) return true;
  if (plan.state.get(creator) === "open") return false;
  visit(plan, creator, completions);
  return true;
}
