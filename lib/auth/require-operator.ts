import { notFound } from "next/navigation";
import { cache } from "react";
import type { InstallationScope } from "@/lib/scope";
import { currentCaller } from "./current-caller";
import { redirectToSignIn } from "./redirect-to-sign-in";
import type { SessionUser } from "./read-session";
import { scopeToInstallation } from "./scope-to-installation";

/** Opens the operator console for a page: /sign-in when signed out, 404 for everyone who is not an operator. */
export const requireOperator = cache(async (): Promise<{ scope: InstallationScope; user: SessionUser }> => {
  const caller = await currentCaller();
  if (!caller) return redirectToSignIn();
  if (!caller.user.operator) notFound();
  return { scope: scopeToInstallation(caller.actor), user: caller.user };
});
