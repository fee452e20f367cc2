import { userInfo } from "node:os";
import { scopeToInstallation } from "@/lib/auth/scope-to-installation";
import { closeLive } from "@/lib/db/notify";
import { completeEnv } from "@/lib/env";
import { DomainError } from "@/lib/errors";
import { openForCommand } from "@/lib/installation/open-installation";
import type { InstallationScope } from "@/lib/scope";

/**
 * Runs a command on the installation: on the running server's database, or on one that is started for it and stopped after
 * it. What is refused goes to standard error as one sentence, and the exit code is 1.
 */
export async function runCommand(work: (scope: InstallationScope) => Promise<void>): Promise<void> {
  try {
    completeEnv({ NODE_ENV: "production", LOG_LEVEL: "error" });
    const installation = await openForCommand();
    try {
      await work(scopeToInstallation({ type: "command_line", id: null, label: accountName(), remoteAddress: null }));
    } finally {
      await closeLive();
      await installation.close();
    }
  } catch (error) {
    console.error(sentence(error));
    process.exitCode = 1;
  }
}

function sentence(error: unknown): string {
  if (error instanceof DomainError) return error.message;
  return error instanceof Error ? error.message : String(error);
}

/** Containers run accounts that have no name. */
function accountName(): string {
  try {
    return `command line (${userInfo().username})`;
  } catch {
    return "command line";
  }
}
