import { uuidv7 } from "uuidv7";
import { recordAudit } from "@/lib/activity/record-audit";
import { isUniqueViolation } from "@/lib/db/errors";
import { transaction } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import type { InstallationScope } from "@/lib/scope";
import { allowsIssuerKeysUrl } from "./allows-issuer-keys-url";
import { getTrustedIssuer } from "./find-trusted-issuers";
import { tellIssuer, TRUSTED_ISSUER_COLUMNS, type TrustedIssuer, type TrustedIssuerContent } from "./trusted-issuer";

const INSERT = `
  INSERT INTO trusted_issuer (id, name, issuer, audience, jwks_url, member_claim, claim_name, updated_at)
  VALUES ($1, $2, $3, $4, $5, $6::member_claim, $7, now()) RETURNING ${TRUSTED_ISSUER_COLUMNS}`;
const UPDATE = `
  UPDATE trusted_issuer SET name = $2, issuer = $3, audience = $4, jwks_url = $5, member_claim = $6::member_claim, claim_name = $7, updated_at = now()
  WHERE id = $1 RETURNING ${TRUSTED_ISSUER_COLUMNS}`;

/** Trusts an issuer from now on. @throws DomainError `conflict` (issuer and audience are there), `invalid` (the keys' URL may not be called) */
export async function createTrustedIssuer(scope: InstallationScope, content: TrustedIssuerContent): Promise<TrustedIssuer> {
  return save(scope, uuidv7(), content, false);
}

/** Changes what is named. @throws DomainError `not_found`, `conflict`, `invalid` */
export async function updateTrustedIssuer(
  scope: InstallationScope,
  id: string,
  change: { [Field in keyof TrustedIssuerContent]?: TrustedIssuerContent[Field] | undefined },
): Promise<TrustedIssuer> {
  return save(scope, id, change, true);
}

async function save(scope: InstallationScope, id: string, change: Partial<Record<keyof TrustedIssuerContent, unknown>>, exists: boolean): Promise<TrustedIssuer> {
  try {
    return await transaction(async (tx) => {
      const before = exists ? await getTrustedIssuer(scope, id, tx, { lock: true }) : null;
      const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
      const wanted = { ...before, ...given } as TrustedIssuerContent;
      if (!allowsIssuerKeysUrl(wanted.jwksUrl)) throw new DomainError("invalid", "jwks_url_not_allowed", "Keys are fetched over https only, unless ROLLCALL_ISSUER_HOSTS names the host.");
      const values = [id, wanted.name, wanted.issuer, wanted.audience, wanted.jwksUrl, wanted.memberClaim, wanted.claimName];
      const { rows } = await tx.query<TrustedIssuer>(before ? UPDATE : INSERT, values);
      const [saved] = rows;
      if (!saved) throw new Error("the trusted issuer vanished");
      const action = before ? "trusted_issuer.update" : "trusted_issuer.create";
      await recordAudit(tx, {
        scope,
        action,
        target: { type: "trusted_issuer", id, label: saved.name || saved.issuer },
        ...(before && { before: tellIssuer(before) }),
        after: tellIssuer(saved),
      });
      return saved;
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new DomainError("conflict", "trusted_issuer_exists", "This issuer is trusted for this audience already.");
  }
}
