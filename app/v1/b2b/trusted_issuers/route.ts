import { trustedIssuerOperations } from "@/lib/contracts/operations/sessions";
import { findTrustedIssuers } from "@/lib/directory/sessions/trusted-issuers/find-trusted-issuers";
import { presentTrustedIssuer } from "@/lib/directory/sessions/trusted-issuers/present-trusted-issuer";
import { createTrustedIssuer } from "@/lib/directory/sessions/trusted-issuers/save-trusted-issuer";
import { toIssuerContent } from "@/lib/http/to-issuer-content";
import { withInstallation } from "@/lib/http/with-installation";

export const GET = withInstallation(trustedIssuerOperations.list, async ({ scope }) => ({
  trusted_issuers: (await findTrustedIssuers(scope)).map(presentTrustedIssuer),
}));

export const POST = withInstallation(trustedIssuerOperations.create, async ({ scope, body }) => ({
  trusted_issuer: presentTrustedIssuer(await createTrustedIssuer(scope, toIssuerContent(body))),
}));
