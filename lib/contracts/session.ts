import { z } from "zod";
import { cursorPart } from "./envelope";

/** A session lasts five minutes at least and 366 days at most. */
const Minutes = z.number().int().min(5).max(527_040);

/** Claims that say something else than a person may: those of JWTs and those that carry the session. */
const RESERVED = ["iss", "sub", "aud", "exp", "nbf", "iat", "jti", "https://stytch.com/session", "https://stytch.com/organization"];
const CustomClaims = z
  .record(z.string().min(1).max(256), z.unknown())
  .refine((claims) => RESERVED.every((name) => !Object.hasOwn(claims, name)), `must not name ${RESERVED.join(", ")}`);

/** How the person proved who they are, as the vendor's app knows it. */
const Factor = z.looseObject({
  type: z.string().min(1).max(64),
  delivery_method: z.string().max(64).default("unknown"),
  last_authenticated_at: z.iso.datetime({ offset: true }).optional(),
});

/** POST /v1/b2b/sessions: a session for a member whom the vendor's app has authenticated. */
export const MintSessionBody = z.object({
  organization_id: z.string().min(1).max(128),
  member_id: z.string().min(1).max(128),
  session_duration_minutes: Minutes.optional(),
  session_custom_claims: CustomClaims.optional(),
  authentication_factors: z.array(Factor).max(10).optional(),
  attributes: z.object({ ip_address: z.string().max(64).optional(), user_agent: z.string().max(512).optional() }).optional(),
});
export type MintSessionBody = z.infer<typeof MintSessionBody>;

const token = z.string().min(1).max(512);
const jwt = z.string().min(1).max(16_384);

/** POST /v1/b2b/sessions/attest: a session for whom a trusted issuer's JWT names; with a session, the JWT is added to it as a factor. */
export const AttestSessionBody = z
  .object({
    profile_id: z.string().min(1).max(128),
    token: z.string().min(1).max(16_384),
    organization_id: z.string().min(1).max(128),
    session_duration_minutes: Minutes.optional(),
    session_custom_claims: CustomClaims.optional(),
    session_token: token.optional(),
    session_jwt: jwt.optional(),
    telemetry_id: z.string().max(256).optional(),
  })
  .refine(({ session_token, session_jwt }) => session_token === undefined || session_jwt === undefined, "send session_token or session_jwt, not both");
export type AttestSessionBody = z.infer<typeof AttestSessionBody>;

/** POST /v1/b2b/sessions/authenticate: by one of token and JWT. */
export const AuthenticateSessionBody = z
  .object({
    session_token: token.optional(),
    session_jwt: jwt.optional(),
    session_duration_minutes: Minutes.optional(),
    session_custom_claims: CustomClaims.optional(),
    authorization_check: z.object({ organization_id: z.string().min(1).max(128), resource_id: z.string().min(1).max(128), action: z.string().min(1).max(128) }).optional(),
  })
  .refine(({ session_token, session_jwt }) => (session_token === undefined) !== (session_jwt === undefined), "send either session_token or session_jwt");
export type AuthenticateSessionBody = z.infer<typeof AuthenticateSessionBody>;

/** POST /v1/b2b/sessions/revoke: by exactly one of them. */
export const RevokeSessionBody = z
  .object({ member_session_id: z.string().min(1).max(128).optional(), session_token: token.optional(), session_jwt: jwt.optional(), member_id: z.string().min(1).max(128).optional() })
  .refine((given) => Object.values(given).filter((value) => value !== undefined).length === 1, "send exactly one of member_session_id, session_token, session_jwt and member_id");
export type RevokeSessionBody = z.infer<typeof RevokeSessionBody>;

/** GET /v1/b2b/sessions. `include_ended`, `cursor` and `limit` are ours. */
export const SessionsQuery = z.object({ organization_id: z.string().min(1).max(128), member_id: z.string().min(1).max(128), include_ended: z.enum(["true", "false"]).default("false"), ...cursorPart });
export type SessionsQuery = z.infer<typeof SessionsQuery>;

/** GET …/members/{member}/sessions. */
export const MemberSessionsQuery = SessionsQuery.omit({ organization_id: true, member_id: true });

/** A session as the wire shows it; `attributes`, `ended_at` and `ended_reason` are ours. */
export const WireMemberSession = z.object({
  member_session_id: z.string(),
  member_id: z.string(),
  organization_id: z.string(),
  organization_slug: z.string(),
  started_at: z.string(),
  last_accessed_at: z.string(),
  expires_at: z.string(),
  authentication_factors: z.array(z.looseObject({ type: z.string(), delivery_method: z.string(), last_authenticated_at: z.string() })),
  roles: z.array(z.string()),
  custom_claims: z.record(z.string(), z.unknown()),
  attributes: z.object({ ip_address: z.string(), user_agent: z.string() }),
  ended_at: z.string().nullable(),
  ended_reason: z.string().nullable(),
});
export type WireMemberSession = z.infer<typeof WireMemberSession>;

/** Which roles allowed what `authorization_check` asked. */
export const Verdict = z.object({ authorized: z.boolean(), granting_roles: z.array(z.string()) });

/** What anyone may fetch to verify JWTs: one key of a JWKS. */
export const PublicKey = z.object({ kid: z.string(), kty: z.string(), alg: z.string(), use: z.string(), key_ops: z.array(z.string()), n: z.string(), e: z.string() });

/** A signing key in the operator console; `published` as long as it is in the JWKS. */
export const WireSigningKey = z.object({
  key_id: z.string(),
  state: z.enum(["next", "current", "retired"]),
  published: z.boolean(),
  created_at: z.string(),
  activated_at: z.string().nullable(),
  retired_at: z.string().nullable(),
  withdrawn_at: z.string().nullable(),
});
export type WireSigningKey = z.infer<typeof WireSigningKey>;

/** POST /v1/b2b/signing_keys/rotate. `force` rotates although verifiers may not know the next key yet. */
export const RotateSigningKeyBody = z.object({ force: z.boolean().default(false) });

const IssuerFields = {
  name: z.string().trim().max(100, "too_long"),
  issuer: z.string().trim().min(1, "required").max(500, "too_long"),
  audience: z.string().trim().min(1, "required").max(500, "too_long"),
  jwks_url: z.url({ protocol: /^https?$/, error: "invalid_url" }).max(2000, "too_long"),
  member_claim: z.enum(["email", "external_id"]),
  claim_name: z.string().trim().min(1, "required").max(200, "too_long"),
};

/** POST /v1/b2b/trusted_issuers. */
export const CreateTrustedIssuerBody = z.object({ ...IssuerFields, name: IssuerFields.name.default("") });
export type CreateTrustedIssuerBody = z.infer<typeof CreateTrustedIssuerBody>;

/** PUT /v1/b2b/trusted_issuers/{trusted_issuer}: partial. */
export const UpdateTrustedIssuerBody = z.object(IssuerFields).partial();
export type UpdateTrustedIssuerBody = z.infer<typeof UpdateTrustedIssuerBody>;

/** A trusted issuer; its id is the `profile_id` of `sessions/attest`. */
export const WireTrustedIssuer = z.object({ trusted_issuer_id: z.string(), ...IssuerFields, created_at: z.string(), last_used_at: z.string().nullable() });
export type WireTrustedIssuer = z.infer<typeof WireTrustedIssuer>;
