import { createCredential } from "@/lib/auth/create-credential";
import { findCredentials } from "@/lib/auth/find-credentials";
import { CreateCredentialBody } from "@/lib/contracts/credential";
import { withInstallation } from "@/lib/http/with-installation";

export const GET = withInstallation({ permission: "credential.manage" }, async ({ scope }) => ({ credentials: await findCredentials(scope) }));

export const POST = withInstallation({ permission: "credential.manage", body: CreateCredentialBody }, async ({ scope, body }) => {
  const { id, name, projectId, secret, lastFour, createdAt } = await createCredential(scope, body.name);
  return {
    credential_id: `credential-${id}`,
    name,
    project_id: projectId,
    secret,
    secret_last_four: lastFour,
    created_at: createdAt.toISOString(),
    last_used_at: null,
  };
});
