import { errors, jwtVerify, type JWTPayload } from "jose";
import { DomainError } from "@/lib/errors";
import { log } from "@/lib/log";
import { issuerKeys } from "./issuer-keys";
import type { TrustedIssuer } from "./trusted-issuer";

// Signatures by a key pair only: with a shared secret the verifier could have written the token itself.
const ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA", "Ed25519"];
const CLOCK_SKEW_SECONDS = 60;

/** Whom a token names: a verified e-mail address, or an external id. */
export type TrustedIdentity = { by: "email" | "external_id"; value: string; subject: string };

/**
 * Checks a JWT of a trusted issuer and reads whom it names. An e-mail address counts only with `email_verified: true` beside it.
 * @throws DomainError `unauthorized` (signature, issuer, audience, times), `forbidden` (e-mail not verified), `invalid` (claim missing)
 */
export async function verifyTrustedToken(issuer: TrustedIssuer, token: string): Promise<TrustedIdentity> {
  const claims = await verify(issuer, token);
  const value = claims[issuer.claimName];
  if (typeof value !== "string" || value.trim() === "") {
    throw new DomainError("invalid", "trusted_token_claim_missing", `The token has no claim “${issuer.claimName}”.`, { claim: issuer.claimName });
  }
  if (issuer.memberClaim === "email" && claims.email_verified !== true && claims.email_verified !== "true") {
    throw new DomainError("forbidden", "email_not_verified", "The token does not say that the e-mail address is verified (email_verified).");
  }
  return { by: issuer.memberClaim, value: value.trim(), subject: typeof claims.sub === "string" ? claims.sub : "" };
}

async function verify(issuer: TrustedIssuer, token: string): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(token, issuerKeys(issuer.jwksUrl), {
      algorithms: ALGORITHMS,
      issuer: issuer.issuer,
      audience: issuer.audience,
      clockTolerance: CLOCK_SKEW_SECONDS,
      requiredClaims: ["exp"],
    });
    return payload;
  } catch (error) {
    if (error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout)) {
      throw new DomainError("unauthorized", "invalid_trusted_token", `The token was refused: ${error.message}.`);
    }
    log().warn({ error: (error as Error).message, issuer: issuer.issuer }, "the keys of a trusted issuer could not be fetched");
    throw new DomainError("unavailable", "issuer_keys_unavailable", "The issuer's keys could not be fetched.");
  }
}
