/** Whose JWTs may be exchanged for a member session. */
export type TrustedIssuer = {
  id: string;
  name: string;
  /** `iss` and `aud`, compared exactly. */
  issuer: string;
  audience: string;
  jwksUrl: string;
  memberClaim: "email" | "external_id";
  /** The claim that holds the e-mail address or external id. */
  claimName: string;
  createdAt: Date;
  updatedAt: Date;
  lastUsedAt: Date | null;
};

export type TrustedIssuerContent = Pick<TrustedIssuer, "name" | "issuer" | "audience" | "jwksUrl" | "memberClaim" | "claimName">;

/** The columns of a TrustedIssuer. */
export const TRUSTED_ISSUER_COLUMNS = `
  id, name, issuer, audience, jwks_url AS "jwksUrl", member_claim::text AS "memberClaim", claim_name AS "claimName",
  created_at AS "createdAt", updated_at AS "updatedAt", last_used_at AS "lastUsedAt"`;

/** What the audit tells of one: everything, since nothing of it is secret. */
export function tellIssuer({ name, issuer, audience, jwksUrl, memberClaim, claimName }: TrustedIssuerContent): Record<string, unknown> {
  return { name, issuer, audience, jwks_url: jwksUrl, member_claim: memberClaim, claim_name: claimName };
}
