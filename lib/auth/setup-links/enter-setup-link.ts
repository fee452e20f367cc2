import { uuidv7 } from "uuidv7";
import { recordAudit } from "@/lib/activity/record-audit";
import { clock } from "@/lib/clock";
import { transaction } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import { hashSecret, makeSecret } from "@/lib/secret";
import { scopeToOrganization } from "../scope-to-organization";
import { findOpenSetupLink } from "./find-open-setup-link";

/** How long someone stays inside after opening a link; while the link lives they can open it again. */
const SESSION_MS = 12 * 3_600_000;

export type Entering = { token: string; name: string; remoteAddress: string | null; userAgent: string | null };

const INSERT = `
  INSERT INTO setup_link_use (id, setup_link_id, name, secret_hash, remote_address, user_agent, created_at, last_seen_at, expires_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $8)`;

/**
 * Lets someone in who holds a set-up link and says who they are: notes it, and gives the secret of their browser, of which
 * only the SHA-256 is kept. @throws DomainError `setup_link_not_found`
 */
export async function enterSetupLink(entering: Entering): Promise<{ secret: string; expiresAt: Date }> {
  const link = await findOpenSetupLink(entering.token);
  if (!link) throw new DomainError("not_found", "setup_link_not_found", "This link was revoked or is too old. Ask for a new one.");
  const { name, remoteAddress } = entering;
  const [secret, now] = [makeSecret(""), clock.now()];
  const expiresAt = new Date(Math.min(now.getTime() + SESSION_MS, link.expiresAt.getTime()));
  await transaction(async (tx) => {
    await tx.query(INSERT, [uuidv7(), link.id, name, hashSecret(secret), remoteAddress, entering.userAgent?.slice(0, 300) ?? null, now, expiresAt]);
    await recordAudit(tx, {
      scope: scopeToOrganization(link.organizationId, { type: "setup_link", id: link.id, label: name, remoteAddress }),
      action: "setup_link.open",
      target: { type: "setup_link", id: link.id, label: link.label },
      after: { name, session_expires_at: expiresAt.toISOString() },
    });
  });
  return { secret, expiresAt };
}
