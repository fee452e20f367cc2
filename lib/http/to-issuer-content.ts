import type { UpdateTrustedIssuerBody } from "@/lib/contracts/session";
import type { TrustedIssuerContent } from "@/lib/directory/sessions/trusted-issuers/trusted-issuer";

type Content<Body> = Body extends Required<UpdateTrustedIssuerBody> ? TrustedIssuerContent : { [Field in keyof TrustedIssuerContent]?: TrustedIssuerContent[Field] | undefined };

/** The fields of a trusted issuer in the domain's words; what is not named stays unnamed. */
export function toIssuerContent<Body extends UpdateTrustedIssuerBody>(body: Body): Content<Body> {
  const { name, issuer, audience, jwks_url: jwksUrl, member_claim: memberClaim, claim_name: claimName } = body;
  return { name, issuer, audience, jwksUrl, memberClaim, claimName } as Content<Body>;
}
