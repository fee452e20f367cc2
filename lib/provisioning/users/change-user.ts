import { isDeepStrictEqual } from "node:util";
import { transaction } from "@/lib/db/transaction";
import { findRegistration } from "@/lib/directory/registrations/find-registration";
import { lockRegistration } from "@/lib/directory/registrations/lock-registration";
import type { StoredRegistration } from "@/lib/directory/registrations/registration";
import { updateRegistration } from "@/lib/directory/registrations/update-registration";
import { silentQuirkLog, type QuirkLog } from "@/lib/scim/quirks/quirk-log";
import type { Resource } from "@/lib/scim/resource/resource";
import { withdrawDeparture } from "@/lib/directory/registrations/withdraw-departure";
import { checkPreconditions } from "../check-preconditions";
import { isUuid, type ScimCall, type ScimFact } from "../scim-call";
import { describeRegistration } from "./describe-registration";
import { announceBrake, departureRefused } from "./departure-answer";
import { noSuchUser, userNameTaken } from "./user-errors";

/** A person after a change, and what that did. */
export type ChangedUser = { stored: StoredRegistration; facts: ScimFact[] };

type Change = (stored: Resource, quirks: QuirkLog) => Resource;

const optimisticRounds = 3;

/**
 * Reads a person, computes what `change` makes of the resource, and writes it if nobody else did meanwhile; otherwise
 * reads again, and after a few lost races holds the row. Parallel writers lose nothing and no client sees a conflict.
 * A change that changes nothing writes nothing: no event, same version (tolerance 35).
 */
export async function changeUser(call: ScimCall, change: Change): Promise<ChangedUser> {
  if (!isUuid(call.id)) throw noSuchUser(call);
  for (let round = 0; round < optimisticRounds; round++) {
    const stored = await findRegistration(call.scope, call.id, { groups: true, ahead: call.ahead ?? null });
    const changed = await applyChange(call, stored, change, round === 0 ? call.quirks : silentQuirkLog);
    if (changed) return changed;
  }
  return changeHeldUser(call, change);
}

async function changeHeldUser(call: ScimCall, change: Change): Promise<ChangedUser> {
  const groups = (await findRegistration(call.scope, call.id, { groups: true }))?.groups ?? [];
  return transaction(async (tx) => {
    const held = await lockRegistration(tx, call.scope, call.id);
    const changed = await applyChange(call, held && { ...held, groups }, change, silentQuirkLog, tx);
    if (!changed) throw new Error("a registration changed although its row was held");
    return changed;
  });
}

/** Null: somebody else was quicker. */
async function applyChange(
  call: ScimCall,
  stored: StoredRegistration | null,
  change: Change,
  quirks: QuirkLog,
  on?: Parameters<typeof updateRegistration>[3],
): Promise<ChangedUser | null> {
  if (!stored) throw noSuchUser(call);
  checkPreconditions(call, stored.version);
  const next = change(stored.attributes, quirks);
  // Inactive to the IdP and active all the same: a call that does not say so again leaves it at that.
  const kept = stored.kept && next.active === false && change({ ...stored.attributes, active: true }, silentQuirkLog).active !== false;
  const leavesAgain = stored.kept && next.active === false && !kept;
  if (stored.held) await withdrawHeld(call, stored, change);
  if (!leavesAgain && isDeepStrictEqual(next, stored.attributes)) return { stored, facts: [] };
  const profile = { ...describeRegistration(call.scope, stored.id, next, quirks), ...(kept ? { active: true, kept } : {}) };
  const updated = await updateRegistration(call.scope, stored, profile, on);
  if (updated.outcome === "taken") throw await userNameTaken(call, profile.userName);
  if (updated.outcome === "stale") return null;
  if (updated.outcome !== "updated") throw await departureRefused(call.scope, updated);
  announceBrake(call.scope, updated.brake);
  const active = profile.active || updated.kept;
  const facts: ScimFact[] = stored.active && !active ? ["member_deactivated"] : [];
  return { stored: { ...stored, ...updated, attributes: next, active }, facts };
}

/** The IdP takes back, in so many words, an inactivation that waits for a decision. */
async function withdrawHeld(call: ScimCall, stored: StoredRegistration, change: Change): Promise<void> {
  if (change({ ...stored.attributes, active: false }, silentQuirkLog).active === true) await withdrawDeparture(call.scope, stored.id);
}
