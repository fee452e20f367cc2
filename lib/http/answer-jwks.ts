import { uuidv7 } from "uuidv7";
import { isProjectId } from "@/lib/auth/project-id";
import { findPublishedKeys } from "@/lib/directory/sessions/signing-keys/find-published-keys";
import { keepSigningKeys } from "@/lib/directory/sessions/signing-keys/keep-signing-keys";
import { PUBLISHED_SECONDS } from "@/lib/directory/sessions/signing-keys/signing-key";
import { DomainError } from "@/lib/errors";
import { problem } from "./problem";

/** GET /v1/b2b/sessions/jwks/{project_id}: what anyone needs to verify JWTs of sessions. Open to all, and to caches for five minutes. */
export async function answerJwks(_request: Request, context: { params: Promise<{ project: string }> }): Promise<Response> {
  const requestId = `request-id-${uuidv7()}`;
  try {
    if (!(await isProjectId((await context.params).project))) throw new DomainError("not_found", "project_not_found", "Project could not be found.");
    await keepSigningKeys();
    const headers = { "cache-control": `public, max-age=${PUBLISHED_SECONDS}`, "access-control-allow-origin": "*" };
    return Response.json({ request_id: requestId, status_code: 200, keys: await findPublishedKeys() }, { headers });
  } catch (error) {
    return problem(error, requestId);
  }
}
