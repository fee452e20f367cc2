import { isFirstRun } from "@/lib/auth/first-run";
import { env } from "@/lib/env";

/** One sentence for the terminal: what to do after the start. */
export async function findFirstStep(): Promise<string> {
  const { publicUrl } = env();
  return (await isFirstRun()) ? `open ${publicUrl} and make the first operator account` : `sign in at ${publicUrl}/sign-in`;
}
