import type { WireTrustedIssuer } from "@/lib/contracts/session";
import type { TrustedIssuer } from "./trusted-issuer";

/** A trusted issuer in the wire's words. */
export function presentTrustedIssuer(issuer: TrustedIssuer): WireTrustedIssuer {
  return {
    trusted_issuer_id: `trusted-issuer-${issuer.id}`,
    name: issuer.name,
    issuer: issuer.issuer,
    audience: issuer.audience,
    jwks_url: issuer.jwksUrl,
    member_claim: issuer.memberClaim,
    claim_name: issuer.claimName,
    created_at: issuer.createdAt.toISOString(),
    last_used_at: issuer.lastUsedAt?.toISOString() ?? null,
  };
}
