import type { CredentialScope } from "@/lib/contracts/credential-scope";
import { DomainError } from "@/lib/errors";
import type { Caller } from "./identify-caller";

/** Lets a caller go on who may do such things; only API credentials have scopes. @throws DomainError `forbidden` naming the scope that is missing */
export function checkScope(caller: Caller, scope: CredentialScope): void {
  if (!caller.scopes || caller.scopes.includes(scope)) return;
  throw new DomainError("forbidden", "missing_scope", `This API credential does not have the scope “${scope}”.`, { scope, scopes: caller.scopes });
}
