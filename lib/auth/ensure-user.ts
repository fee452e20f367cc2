import { uuidv7 } from "uuidv7";
import type { Transaction } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import { hashPassword, verifyPassword } from "./hash-password";

export type VouchedUser = { email: string; password: string; name?: string | null; operator?: boolean };

const INSERT = `
  INSERT INTO "user" (id, email, name, password_hash, email_verified, operator) VALUES ($1, $2, $3, $4, now(), $5)
  ON CONFLICT (email) DO NOTHING RETURNING id`;
const SELECT = `SELECT id, password_hash FROM "user" WHERE email = $1 FOR UPDATE`;
const UPDATE = `
  UPDATE "user" SET password_hash = coalesce(password_hash, $2), email_verified = coalesce(email_verified, now()),
    name = coalesce(name, $3), operator = operator OR $4
  WHERE id = $1`;

/**
 * Makes (or completes) a user for whom the vendor's staff vouches, so that the e-mail counts as verified. An existing
 * password is never replaced: asking again with the same one changes nothing, with another it is refused.
 * @throws DomainError `conflict` when the user already has another password
 */
export async function ensureUser(tx: Transaction, wanted: VouchedUser): Promise<{ id: string; created: boolean }> {
  const email = wanted.email.trim().toLowerCase();
  const hash = await hashPassword(wanted.password);
  const [id, operator, name] = [uuidv7(), wanted.operator ?? false, wanted.name || null];
  const inserted = await tx.query(INSERT, [id, email, name, hash, operator]);
  if (inserted.rowCount === 1) return { id, created: true };
  const found = await tx.query<{ id: string; password_hash: string | null }>(SELECT, [email]);
  const row = found.rows[0];
  if (!row) throw new Error(`user ${email} vanished`);
  if (row.password_hash && !(await verifyPassword(row.password_hash, wanted.password))) {
    throw new DomainError("conflict", "user_has_another_password", `${email} already signs in with another password.`, {
      fields: { email_address: "taken" },
    });
  }
  await tx.query(UPDATE, [row.id, hash, name, operator]);
  return { id: row.id, created: false };
}
