import { createHash, randomBytes } from "node:crypto";
import { uuidv7 } from "uuidv7";
import { pool } from "@/lib/db/client";
import { env } from "@/lib/env";
import type { Actor, ConnectionScope, InstallationScope, OrganizationScope } from "@/lib/scope";

export type Tenant = {
  organizationId: string;
  slug: string;
  connectionId: string;
  tokenId: string;
  /** The bearer token in clear. */
  token: string;
  organizationScope: OrganizationScope;
  connectionScope: ConnectionScope;
};

const actor: Actor = { type: "system", id: null, label: "test", remoteAddress: null };

/** One organization with one connection and a live token. Tests make two: what belongs to one must not be seen by the other. */
export async function createTenant({ name = "Acme", identityProvider = "okta" } = {}): Promise<Tenant> {
  const [organizationId, connectionId, tokenId] = [uuidv7(), uuidv7(), uuidv7()];
  const slug = `${name.toLowerCase()}-${organizationId.slice(-8)}`;
  const token = randomBytes(32).toString("base64url");
  const hash = createHash("sha256").update(token).digest();
  await pool().query(`INSERT INTO organization (id, name, slug) VALUES ($1, $2, $3)`, [organizationId, name, slug]);
  await pool().query(`INSERT INTO connection (id, organization_id, display_name, identity_provider) VALUES ($1, $2, $3, $4)`, [
    connectionId,
    organizationId,
    `${name} directory`,
    identityProvider,
  ]);
  await pool().query(`INSERT INTO connection_token (id, connection_id, slot, hash, last_four) VALUES ($1, $2, 'current', $3, $4)`, [
    tokenId,
    connectionId,
    hash,
    token.slice(-4),
  ]);
  return {
    organizationId,
    slug,
    connectionId,
    tokenId,
    token,
    organizationScope: { organizationId, actor } as OrganizationScope,
    connectionScope: {
      organizationId,
      connectionId,
      tokenId,
      requestId: uuidv7(),
      identityProvider,
      baseUrl: `${env().publicUrl}/api/scim/${connectionId}`,
    } as ConnectionScope,
  };
}

/** The right to touch the whole installation, for tests of what operators and credentials do. */
export const installationScope = { actor } as InstallationScope;
