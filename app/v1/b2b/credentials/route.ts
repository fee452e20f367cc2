import { checkScope } from "@/lib/auth/check-scope";
import { createCredential } from "@/lib/auth/create-credential";
import { findCredentials } from "@/lib/auth/find-credentials";
import { credentialOperations } from "@/lib/contracts/operations/installation";
import { withInstallation } from "@/lib/http/with-installation";

export const GET = withInstallation(credentialOperations.list, async ({ scope }) => ({ credentials: await findCredentials(scope) }));

export const POST = withInstallation(credentialOperations.create, async ({ scope, body, caller }) => {
  for (const wanted of body.scopes) checkScope(caller, wanted);
  const { id, name, scopes, projectId, secret, lastFour, createdAt } = await createCredential(scope, body.name, body.scopes);
  return {
    credential_id: `credential-${id}`,
    name,
    scopes,
    project_id: projectId,
    secret,
    secret_last_four: lastFour,
    created_at: createdAt.toISOString(),
    last_used_at: null,
  };
});
