import { findProjectId } from "@/lib/auth/project-id";
import { clock } from "@/lib/clock";
import type { AttestSessionBody } from "@/lib/contracts/session";
import { getMember } from "@/lib/directory/members/get-member";
import { attestSession } from "@/lib/directory/sessions/attest-session";
import { findSession, type SessionKey } from "@/lib/directory/sessions/find-session";
import { mintSession } from "@/lib/directory/sessions/mint-session";
import { readSessionJwt } from "@/lib/directory/sessions/read-session-jwt";
import { findTrustedMember } from "@/lib/directory/sessions/trusted-issuers/find-trusted-member";
import { getTrustedIssuer } from "@/lib/directory/sessions/trusted-issuers/find-trusted-issuers";
import { noteIssuerUse } from "@/lib/directory/sessions/trusted-issuers/note-issuer-use";
import { verifyTrustedToken } from "@/lib/directory/sessions/trusted-issuers/verify-trusted-token";
import type { InstallationScope } from "@/lib/scope";
import { answerSession } from "./answer-session";
import { openOrganization } from "./open-organization";
import { addressedId } from "./addressed-id";

/** POST /v1/b2b/sessions/attest: trades a JWT of a trusted issuer for a session of the member that it names, or adds it to the session that they have. */
export async function attestMemberSession(scope: InstallationScope, body: AttestSessionBody) {
  const issuer = await getTrustedIssuer(scope, addressedId("trusted-issuer", body.profile_id));
  const organization = await openOrganization(scope, body.organization_id);
  const identity = await verifyTrustedToken(issuer, body.token);
  const memberId = await findTrustedMember(organization, identity);
  const factor = {
    type: "trusted_auth_token",
    delivery_method: "trusted_token_exchange",
    last_authenticated_at: clock.now().toISOString(),
    trusted_auth_token_factor: { token_id: identity.subject },
  };
  const projectId = await findProjectId(scope);
  const wish = { minutes: body.session_duration_minutes, customClaims: body.session_custom_claims };
  const key = await readKey(body, projectId);
  const session = key
    ? await attestSession(organization, await findSession(scope, key), memberId, factor, wish)
    : await mintSession(organization, memberId, { ...wish, factors: [factor] });
  await noteIssuerUse(issuer.id);
  const member = await getMember(organization, memberId);
  return answerSession(organization, session, member, projectId);
}

async function readKey({ session_token: token, session_jwt: jwt }: AttestSessionBody, projectId: string): Promise<SessionKey | null> {
  if (token !== undefined) return { token };
  return jwt === undefined ? null : { id: await readSessionJwt(jwt, projectId) };
}
