import { z } from "zod";
import { Member } from "../member";
import { defineOperation } from "../operation";
import { Organization } from "../organization";
import {
  AttestSessionBody,
  AuthenticateSessionBody,
  CreateTrustedIssuerBody,
  MemberSessionsQuery,
  MintSessionBody,
  PublicKey,
  RevokeSessionBody,
  RotateSigningKeyBody,
  SessionsQuery,
  UpdateTrustedIssuerBody,
  Verdict,
  WireMemberSession,
  WireSigningKey,
  WireTrustedIssuer,
} from "../session";

const path = "/v1/b2b/sessions";
const ofMember = "/v1/b2b/organizations/{organization}/members/{member}/sessions";
const list = z.object({ member_sessions: z.array(WireMemberSession), next_cursor: z.string().nullable() });
const opened = z.object({
  member_id: z.string(),
  member_session: WireMemberSession,
  session_token: z.string(),
  session_jwt: z.string(),
  member: Member,
  organization: Organization,
  member_authenticated: z.boolean(),
});
const unfit = ["member_not_found", "member_not_active", "organization_not_found", "organization_not_active", "session_custom_claims_too_large"] as const;

export const sessionOperations = {
  mint: defineOperation({
    id: "sessions.create",
    method: "POST",
    path,
    summary: "Start a session for a member",
    description: "Your app has authenticated the member and says how. Token and JWT are in the answer.",
    access: "installation",
    permission: "session.mint",
    scope: "sessions",
    body: MintSessionBody,
    example: { organization_id: "acme", member_id: "user-1", session_duration_minutes: 60 },
    answer: opened,
    errors: unfit,
  }),
  attest: defineOperation({
    id: "sessions.attest",
    method: "POST",
    path: `${path}/attest`,
    summary: "Start a session by a JWT of a trusted issuer",
    description: "With `session_token` or `session_jwt` the JWT is added to that session as an authentication factor, and the session is extended as asked.",
    access: "installation",
    permission: "session.mint",
    scope: "sessions",
    body: AttestSessionBody,
    answer: opened,
    errors: [...unfit, "trusted_issuer_not_found", "invalid_trusted_token", "issuer_keys_unavailable", "trusted_token_claim_missing", "email_not_verified", "member_ambiguous", "session_not_found", "session_ended", "session_expired", "invalid_session_jwt", "session_member_mismatch"],
  }),
  authenticate: defineOperation({
    id: "sessions.authenticate",
    method: "POST",
    path: `${path}/authenticate`,
    summary: "Check a session, extend it, and get a fresh JWT",
    description: "With the member's roles as they are at this moment. With `authorization_check`, a session whose roles do not allow the action is refused, and not extended.",
    access: "installation",
    permission: "session.authenticate",
    scope: "sessions",
    body: AuthenticateSessionBody,
    answer: opened.extend({ verdict: Verdict.optional() }),
    errors: ["session_not_found", "session_ended", "session_expired", "invalid_session_jwt", "session_authorization_error", "member_not_found", "session_custom_claims_too_large"],
  }),
  get: defineOperation({
    id: "sessions.get",
    method: "GET",
    path,
    summary: "List a member's sessions",
    access: "installation",
    permission: "session.get",
    scope: "sessions",
    query: SessionsQuery,
    answer: list,
    errors: ["organization_not_found", "member_not_found", "invalid_cursor"],
  }),
  revoke: defineOperation({
    id: "sessions.revoke",
    method: "POST",
    path: `${path}/revoke`,
    summary: "End a session, or all of a member",
    description: "Ending what is over already is no error.",
    access: "installation",
    permission: "session.revoke",
    scope: "sessions",
    memberSession: true,
    body: RevokeSessionBody,
    answer: z.object({}),
    errors: ["session_not_found", "invalid_session_jwt", "member_not_found"],
  }),
  jwks: defineOperation({
    id: "sessions.getJWKS",
    method: "GET",
    path: `${path}/jwks/{project}`,
    summary: "Read the public keys that verify session JWTs",
    access: "public",
    permission: "session.get",
    scope: "sessions",
    answer: z.object({ keys: z.array(PublicKey) }),
    errors: ["project_not_found"],
  }),
  listOfMember: defineOperation({
    id: "organizations.members.sessions.list",
    method: "GET",
    path: ofMember,
    summary: "List the sessions of a member",
    access: "organization",
    permission: "session.get",
    scope: "sessions",
    query: MemberSessionsQuery,
    answer: list,
    errors: ["member_not_found", "invalid_cursor"],
  }),
  revokeAll: defineOperation({
    id: "organizations.members.sessions.revokeAll",
    method: "DELETE",
    path: ofMember,
    summary: "End all sessions of a member",
    access: "organization",
    permission: "session.revoke",
    scope: "sessions",
    answer: z.object({ ended_sessions: z.number().int() }),
    errors: ["member_not_found"],
  }),
  revokeOne: defineOperation({
    id: "organizations.members.sessions.revoke",
    method: "DELETE",
    path: `${ofMember}/{session}`,
    summary: "End one session of a member",
    access: "organization",
    permission: "session.revoke",
    scope: "sessions",
    answer: z.object({ member_session_id: z.string() }),
    errors: ["member_not_found", "session_not_found"],
  }),
};

const keys = z.object({ signing_keys: z.array(WireSigningKey) });
const keeping = { access: "installation", permission: "signing_key.manage", scope: "sessions" } as const;

export const signingKeyOperations = {
  list: defineOperation({ ...keeping, id: "signingKeys.list", method: "GET", path: "/v1/b2b/signing_keys", summary: "List the keys that sign session JWTs", answer: keys }),
  rotate: defineOperation({ ...keeping, id: "signingKeys.rotate", method: "POST", path: "/v1/b2b/signing_keys/rotate", summary: "Sign with the next key from now on", description: "The old one stays published for as long as something it signed may be shown.", body: RotateSigningKeyBody, answer: keys, errors: ["signing_key_too_new"] }),
  withdraw: defineOperation({ ...keeping, id: "signingKeys.withdraw", method: "POST", path: "/v1/b2b/signing_keys/{key}/withdraw", summary: "Take a retired key out of the published set at once", description: "JWTs that it signed are refused from then on.", answer: z.object({ key_id: z.string() }), errors: ["signing_key_not_found"] }),
};

const issuer = z.object({ trusted_issuer: WireTrustedIssuer });
const trusting = { access: "installation", permission: "trusted_issuer.manage", scope: "sessions" } as const;

export const trustedIssuerOperations = {
  list: defineOperation({ ...trusting, id: "trustedIssuers.list", method: "GET", path: "/v1/b2b/trusted_issuers", summary: "List whose JWTs are exchanged for sessions", answer: z.object({ trusted_issuers: z.array(WireTrustedIssuer) }) }),
  create: defineOperation({ ...trusting, id: "trustedIssuers.create", method: "POST", path: "/v1/b2b/trusted_issuers", summary: "Trust an issuer", body: CreateTrustedIssuerBody, answer: issuer, errors: ["trusted_issuer_exists", "jwks_url_not_allowed"] }),
  update: defineOperation({ ...trusting, id: "trustedIssuers.update", method: "PUT", path: "/v1/b2b/trusted_issuers/{trusted_issuer}", summary: "Change a trusted issuer", description: "Partial.", body: UpdateTrustedIssuerBody, answer: issuer, errors: ["trusted_issuer_not_found", "trusted_issuer_exists", "jwks_url_not_allowed"] }),
  delete: defineOperation({ ...trusting, id: "trustedIssuers.delete", method: "DELETE", path: "/v1/b2b/trusted_issuers/{trusted_issuer}", summary: "Trust an issuer no longer", answer: z.object({ trusted_issuer_id: z.string() }), errors: ["trusted_issuer_not_found"] }),
};
