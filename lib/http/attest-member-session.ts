import { findProjectId } from "@/lib/auth/project-id";
import { clock } from "@/lib/clock";
import type { AttestSessionBody } from "@/lib/contracts/session";
import { getMember } from "@/lib/directory/members/get-member";
import { mintSession } from "@/lib/directory/sessions/mint-session";
import { findTrustedMember } from "@/lib/directory/sessions/trusted-issuers/find-trusted-member";
import { getTrustedIssuer } from "@/lib/directory/sessions/trusted-issuers/find-trusted-issuers";
import { noteIssuerUse } from "@/lib/directory/sessions/trusted-issuers/note-issuer-use";
import { verifyTrustedToken } from "@/lib/directory/sessions/trusted-issuers/verify-trusted-token";
import type { InstallationScope } from "@/lib/scope";
import { answerSession } from "./answer-session";
import { openOrganization } from "./open-organization";
import { addressedId } from "./addressed-id";

/** POST /v1/b2b/sessions/attest: trades a JWT of a trusted issuer for a session of the member that it names. */
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
  const session = await mintSession(organization, memberId, {
    minutes: body.session_duration_minutes,
    customClaims: body.session_custom_claims,
    factors: [factor],
  });
  await noteIssuerUse(issuer.id);
  const [member, projectId] = await Promise.all([getMember(organization, memberId), findProjectId(scope)]);
  return answerSession(organization, session, member, projectId);
}
