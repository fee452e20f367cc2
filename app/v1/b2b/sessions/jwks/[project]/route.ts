import { sessionOperations } from "@/lib/contracts/operations/sessions";
import { PUBLISHED_SECONDS } from "@/lib/directory/sessions/signing-keys/signing-key";
import { readJwks } from "@/lib/http/read-jwks";
import { withEveryone } from "@/lib/http/with-everyone";

/** What anyone needs to verify JWTs of sessions: open to all, and to caches for five minutes. */
export const GET = withEveryone(sessionOperations.jwks, ({ project }) => readJwks(project), { maxAgeSeconds: PUBLISHED_SECONDS });
