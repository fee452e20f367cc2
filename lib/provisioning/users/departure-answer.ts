import { alertAdmins } from "@/lib/connections/brake/alert-admins";
import { brakeCaseUrl } from "@/lib/connections/brake/brake-case-url";
import { findBrakeLimits } from "@/lib/connections/brake/find-brake-limits";
import type { RefusedDeparture, TakenDeparture } from "@/lib/directory/registrations/departure";
import { conflict, tooManyRequests, type ScimError } from "@/lib/scim/errors";
import type { ConnectionScope } from "@/lib/scope";
import { lastAdmin } from "../run-operation";

/** How long the brake looks back, and what an IdP is asked to wait at least. */
const windowSeconds = 900;
const refusedSeconds = 3600;

/** The first of a case tells the administrators; after the answer, for e-mail takes its time. */
export function announceBrake(scope: ConnectionScope, brake: TakenDeparture | null): void {
  if (brake?.opened) void alertAdmins(scope, brake.caseId);
}

/**
 * Why a person was not deactivated or deleted, for the IdP's administrator. What waits for a decision is 429 with `Retry-After`: the one status that Okta
 * repeats by itself (ten times, ever later) and that every other IdP repeats too; 4xx would be an open task, 503 a failed one (decision 24). What stays
 * refused is 409: 403 would count as a bad credential at Entra.
 */
export async function departureRefused(scope: ConnectionScope, refused: RefusedDeparture): Promise<ScimError> {
  switch (refused.outcome) {
    case "hold":
      announceBrake(scope, refused.brake);
      return held(scope, refused.brake.caseId);
    case "refuse":
      return tooManyRequests("Not done: an administrator decided in Rollcall that this person stays. Correct the assignment in the identity provider. From 24 hours after that decision on, this request counts again.", refusedSeconds);
    case "moving":
      return conflict("Not deleted: this connection is moving to another identity provider. When the move is finished, an administrator decides who stays.");
    case "last_admin":
      return conflict(lastAdmin);
  }
}

async function held(scope: ConnectionScope, caseId: string): Promise<ScimError> {
  const limits = await findBrakeLimits(scope, caseId);
  const sentence = `Held, not done: more than ${limits.people} people and more than ${limits.percent} % of this connection's people were to leave within 15 minutes. An administrator releases or refuses it at ${brakeCaseUrl(scope, caseId)}`;
  return tooManyRequests(sentence, windowSeconds);
}
