import { pool } from "@/lib/db/client";
import type { Queryable } from "@/lib/db/queryable";
import { DomainError } from "@/lib/errors";
import type { InstallationScope } from "@/lib/scope";
import { TRUSTED_ISSUER_COLUMNS, type TrustedIssuer } from "./trusted-issuer";

const SELECT = `SELECT ${TRUSTED_ISSUER_COLUMNS} FROM trusted_issuer`;

/** All trusted issuers, the oldest first. */
export async function findTrustedIssuers(_scope: InstallationScope): Promise<TrustedIssuer[]> {
  return (await pool().query<TrustedIssuer>(`${SELECT} ORDER BY created_at, id`)).rows;
}

/** One by its row id, locked when asked from a transaction that changes it. @throws DomainError `not_found` */
export async function getTrustedIssuer(_scope: InstallationScope, id: string, db: Queryable = pool(), { lock = false } = {}): Promise<TrustedIssuer> {
  const { rows } = await db.query<TrustedIssuer>(`${SELECT} WHERE id = $1${lock ? " FOR UPDATE" : ""}`, [id]);
  if (rows[0]) return rows[0];
  throw new DomainError("not_found", "trusted_issuer_not_found", "Trusted issuer could not be found.");
}
