import { prisma } from "@/lib/db/client";
import { env } from "@/lib/env";

/** One sentence for the terminal: what to do after the start. */
export async function findFirstStep(): Promise<string> {
  const { publicUrl } = env();
  const operator = await prisma().user.findFirst({ where: { operator: true }, select: { id: true } });
  return operator ? `sign in at ${publicUrl}/sign-in` : `open ${publicUrl} and make the first operator account`;
}
