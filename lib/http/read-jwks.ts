import type { z } from "zod";
import { isProjectId } from "@/lib/auth/project-id";
import type { PublicKey } from "@/lib/contracts/session";
import { findPublishedKeys } from "@/lib/directory/sessions/signing-keys/find-published-keys";
import { keepSigningKeys } from "@/lib/directory/sessions/signing-keys/keep-signing-keys";
import { DomainError } from "@/lib/errors";

/** GET /v1/b2b/sessions/jwks/{project}: the published keys. @throws DomainError `not_found` for another project's id */
export async function readJwks(projectId: string): Promise<{ keys: z.infer<typeof PublicKey>[] }> {
  if (!(await isProjectId(projectId))) throw new DomainError("not_found", "project_not_found", "Project could not be found.");
  await keepSigningKeys();
  return { keys: await findPublishedKeys() };
}
