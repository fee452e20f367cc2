import type { Actor, InstallationScope } from "@/lib/scope";

/** Makes the right to touch the whole installation. Call it only for operators, API credentials and the command line. */
export function scopeToInstallation(actor: Actor): InstallationScope {
  return { actor } as InstallationScope;
}
