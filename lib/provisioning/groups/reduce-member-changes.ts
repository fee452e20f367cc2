import type { MembershipChange } from "@/lib/directory/groups/change-group-members";
import type { MemberChange } from "@/lib/scim/patch/plan-group-patch";
import { isUuid } from "../scim-call";

/** What a request asks of a membership: `unknown` are ids among those to be added that are nobody's for sure. */
export type AskedMembership = MembershipChange & { unknown: string[] };

/**
 * Ordered changes of a membership as one: what matters is what was said last about each id. `removeWhere` must have become
 * a list of ids before. Ids that are no uuid are nobody's; they come back as `unknown` where they were to be added.
 */
export function reduceMemberChanges(changes: readonly Exclude<MemberChange, { kind: "removeWhere" }>[]): AskedMembership {
  let reset = false;
  const add = new Set<string>();
  const remove = new Set<string>();
  const unknown = new Set<string>();
  for (const change of changes) {
    if (change.kind === "removeAll" || change.kind === "replaceAll") {
      reset = true;
      add.clear();
      remove.clear();
      unknown.clear();
    }
    if (change.kind === "removeAll") continue;
    for (const given of change.ids) {
      const id = given.toLowerCase();
      if (!isUuid(id)) {
        if (change.kind !== "remove") unknown.add(given);
      } else if (change.kind === "remove") {
        add.delete(id);
        if (!reset) remove.add(id);
      } else {
        remove.delete(id);
        add.add(id);
      }
    }
  }
  return { reset, add: [...add], remove: [...remove], unknown: [...unknown] };
}
