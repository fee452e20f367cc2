import { uuidv7 } from "uuidv7";
import { recordAudit } from "@/lib/activity/record-audit";
import { credentialScopes, type CredentialScope } from "@/lib/contracts/credential-scope";
import { transaction } from "@/lib/db/transaction";
import type { InstallationScope } from "@/lib/scope";
import { hashSecret, makeSecret } from "@/lib/secret";
import { projectId } from "./project-id";

export type CreatedCredential = { id: string; name: string; scopes: CredentialScope[]; projectId: string; secret: string; lastFour: string; createdAt: Date };

const INSERT = `INSERT INTO api_credential (id, name, scopes, secret_hash, last_four) VALUES ($1, $2, $3, $4, $5) RETURNING created_at`;

/**
 * Creates an API credential. The secret is in the result and nowhere else: only its hash is stored. Without a name it is called after the end of its secret,
 * as lists and the audit log show both.
 */
export async function createCredential(scope: InstallationScope, given: string, wanted: readonly CredentialScope[] = credentialScopes): Promise<CreatedCredential> {
  const scopes = credentialScopes.filter((each) => wanted.includes(each));
  const [id, secret] = [uuidv7(), makeSecret("secret-")];
  const lastFour = secret.slice(-4);
  const name = given.trim() || `API credential …${lastFour}`;
  return transaction(async (tx) => {
    const inserted = await tx.query<{ created_at: Date }>(INSERT, [id, name, scopes, hashSecret(secret), lastFour]);
    const createdAt = inserted.rows[0]?.created_at ?? new Date(0);
    await recordAudit(tx, {
      scope,
      action: "credential.create",
      target: { type: "credential", id, label: name },
      after: { name, scopes, secret_last_four: lastFour },
    });
    return { id, name, scopes, projectId: await projectId(tx), secret, lastFour, createdAt };
  });
}
