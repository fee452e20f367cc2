import type { Federation, SignInMethod } from "@/lib/contracts/sign-in-method";
import { pool } from "@/lib/db/client";
import type { OrganizationScope } from "@/lib/scope";
import { connectionNotFound } from "../parse-connection-id";
import type { LiveSecret, SignInMethods } from "./sign-in-method";

type Row = {
  sign_in_methods: SignInMethod[];
  client_id: string | null;
  redirect_uris: string[] | null;
  federation: Federation | null;
};

/** How the IdP may sign in to this connection. Throws `scim_connection_not_found`. */
export async function getSignInMethods(scope: OrganizationScope, connectionId: string): Promise<SignInMethods> {
  const { rows } = await pool().query<Row>(
    `SELECT c.sign_in_methods, k.id AS client_id, k.redirect_uris, k.federation
       FROM connection c LEFT JOIN connection_client k ON k.connection_id = c.id
      WHERE c.organization_id = $1 AND c.id = $2 AND c.status <> 'deleted'`,
    [scope.organizationId, connectionId],
  );
  const [row] = rows;
  if (!row) throw connectionNotFound();
  const [clientSecrets, basicCredentials] = await Promise.all([findSecrets(row.client_id), findBasic(connectionId)]);
  return {
    enabled: row.sign_in_methods,
    clientId: row.client_id,
    clientSecrets,
    redirectUris: row.redirect_uris ?? [],
    federation: row.federation,
    basicCredentials,
  };
}

const columns = `id, last_four AS "lastFour", created_at AS "createdAt", expires_at AS "expiresAt", last_used_at AS "lastUsedAt"`;

async function findSecrets(clientId: string | null): Promise<LiveSecret[]> {
  if (clientId === null) return [];
  const { rows } = await pool().query<LiveSecret>(
    `SELECT ${columns} FROM connection_client_secret WHERE client_id = $1 AND revoked_at IS NULL ORDER BY created_at, id`,
    [clientId],
  );
  return rows;
}

async function findBasic(connectionId: string): Promise<(LiveSecret & { userName: string })[]> {
  const { rows } = await pool().query<LiveSecret & { userName: string }>(
    `SELECT ${columns}, user_name AS "userName" FROM connection_token
      WHERE connection_id = $1 AND kind = 'basic' AND revoked_at IS NULL ORDER BY created_at, id`,
    [connectionId],
  );
  return rows;
}
