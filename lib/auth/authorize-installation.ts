import { DomainError } from "@/lib/errors";
import type { InstallationScope } from "@/lib/scope";
import type { Caller } from "./identify-caller";
import { scopeToInstallation } from "./scope-to-installation";

/** Opens the installation for operators and API credentials. @throws DomainError `forbidden` for anyone else */
export function authorizeInstallation(caller: Caller): InstallationScope {
  if (caller.user && !caller.user.operator) {
    throw new DomainError("forbidden", "unauthorized_action", "Only operators may do this.");
  }
  return scopeToInstallation(caller.actor);
}
