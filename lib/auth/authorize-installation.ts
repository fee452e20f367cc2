import { DomainError } from "@/lib/errors";
import type { InstallationScope } from "@/lib/scope";
import type { Caller } from "./identify-caller";
import { scopeToInstallation } from "./scope-to-installation";

/**
 * Opens the installation for operators and API credentials. A credential that calls on behalf of a member is let through only
 * where the handler asks itself what that member may do (`memberSession`). @throws DomainError `forbidden` for anyone else
 */
export function authorizeInstallation(caller: Caller, { memberSession = false } = {}): InstallationScope {
  if (caller.member && !memberSession) throw new DomainError("forbidden", "unauthorized_action", "A member's session does not allow this action.");
  if (caller.user && !caller.user.operator) {
    throw new DomainError("forbidden", "unauthorized_action", "Only operators may do this.");
  }
  return scopeToInstallation(caller.actor);
}
