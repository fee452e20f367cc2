import { uuidv7 } from "uuidv7";
import { recordAudit } from "@/lib/activity/record-audit";
import { clock } from "@/lib/clock";
import type { IdentityProvider } from "@/lib/contracts/connection";
import type { SetupLinkWire } from "@/lib/contracts/setup-link";
import { pool } from "@/lib/db/client";
import { transaction, type Transaction } from "@/lib/db/transaction";
import { env } from "@/lib/env";
import { DomainError } from "@/lib/errors";
import { findMailLocale } from "@/lib/mail/find-mail-locale";
import { sendMail } from "@/lib/mail/send-mail";
import { writeSetupLinkMail } from "@/lib/mail/write-mail";
import type { OrganizationScope } from "@/lib/scope";
import { hashSecret, makeSecret } from "@/lib/secret";
import { getSetupLink } from "./get-setup-link";

export type NewSetupLink = {
  /** Leads to this connection; without one it may make one. */
  connectionId: string | null;
  identityProvider: IdentityProvider | null;
  hours: number;
  note: string;
  email: string | null;
};

const INSERT = `
  INSERT INTO setup_link (id, organization_id, connection_id, may_create, token_hash, note, email, identity_provider, created_by, expires_at, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`;

/**
 * Makes a link with which someone without an account can set up one connection. The address is in this answer only: the
 * database keeps the SHA-256 of its secret. With an e-mail address it is sent there, when a mail server is set.
 * @throws DomainError `scim_connection_not_found`
 */
export async function createSetupLink(scope: OrganizationScope, wanted: NewSetupLink): Promise<{ link: SetupLinkWire; url: string }> {
  const [id, token] = [uuidv7(), makeSecret("")];
  const url = `${env().publicUrl}/setup/${token}`;
  await transaction((tx) => insert(tx, scope, { ...wanted, id, token }));
  if (wanted.email) await deliver(scope, id, wanted.email, url);
  return { link: await getSetupLink(scope, id), url };
}

async function insert(tx: Transaction, scope: OrganizationScope, wanted: NewSetupLink & { id: string; token: string }): Promise<void> {
  const { id, token, connectionId, identityProvider, hours, note, email } = wanted;
  if (connectionId) await requireConnection(tx, scope, connectionId);
  const now = clock.now();
  const expiresAt = new Date(now.getTime() + hours * 3_600_000);
  const { organizationId, actor } = scope;
  await tx.query(INSERT, [id, organizationId, connectionId, connectionId === null, hashSecret(token), note, email, identityProvider, actor.label, expiresAt, now]);
  await recordAudit(tx, {
    scope,
    action: "setup_link.create",
    target: { type: "setup_link", id, label: note || email || "" },
    after: { connection_id: connectionId, may_create_connection: connectionId === null, email, expires_at: expiresAt.toISOString() },
  });
}

async function requireConnection(tx: Transaction, scope: OrganizationScope, connectionId: string): Promise<void> {
  const found = await tx.query("SELECT 1 FROM connection WHERE id = $1 AND organization_id = $2 AND status <> 'deleted'", [connectionId, scope.organizationId]);
  if (found.rowCount === 0) throw new DomainError("not_found", "scim_connection_not_found", "There is no such connection in this organization.");
}

async function deliver(scope: OrganizationScope, id: string, email: string, url: string): Promise<void> {
  const found = await pool().query<{ name: string; expires_at: Date }>(
    "SELECT o.name, l.expires_at FROM setup_link l JOIN organization o ON o.id = l.organization_id WHERE l.id = $1",
    [id],
  );
  const row = found.rows[0];
  if (!row) return;
  const locale = await findMailLocale(email, { senderId: scope.actor.id });
  const sent = await sendMail(writeSetupLinkMail(email, locale, { url, organization: row.name, sender: scope.actor.type === "user" ? scope.actor.label : null, expiresAt: row.expires_at }));
  if (sent) await pool().query("UPDATE setup_link SET emailed_at = now() WHERE id = $1", [id]);
}
