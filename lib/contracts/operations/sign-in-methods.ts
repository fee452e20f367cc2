import { z } from "zod";
import { defineOperation } from "../operation";
import { AddCredentialBody, AuthorizationDecision, EnableSignInMethodBody, IssuedCredentialWire, RedirectUrisBody, SignInMethod, SignInMethodsWire } from "../sign-in-method";

const path = "/v1/b2b/scim/{organization}/connection/{connection}";
const unknown = ["scim_connection_not_found"] as const;
const changing = { access: "organization", permission: "connection.update", scope: "write", setupLink: true, errors: unknown } as const;
const issued = z.object({ credential: IssuedCredentialWire });

export const signInMethodOperations = {
  get: defineOperation({
    id: "scim.connection.signInMethods.get",
    method: "GET",
    path: `${path}/sign_in_methods`,
    setupLink: true,
    summary: "Read how the identity provider may sign in",
    access: "organization",
    permission: "connection.get",
    scope: "read",
    answer: z.object({ sign_in_methods: SignInMethodsWire }),
    errors: unknown,
  }),
  enable: defineOperation({ ...changing, id: "scim.connection.signInMethods.enable", method: "POST", path: `${path}/sign_in_methods/{method}`, summary: "Turn a way of signing in on", description: "What it issues is in this answer and never again.", body: EnableSignInMethodBody, answer: issued, errors: [...unknown, "sign_in_method_not_found", "sign_in_method_already_enabled", "federation_required", "jwks_url_not_allowed"] }),
  disable: defineOperation({ ...changing, id: "scim.connection.signInMethods.disable", method: "DELETE", path: `${path}/sign_in_methods/{method}`, summary: "Turn a way of signing in off", answer: z.object({ sign_in_method: SignInMethod }), errors: [...unknown, "sign_in_method_not_found", "sign_in_method_not_enabled", "last_sign_in_method"] }),
  addCredential: defineOperation({ ...changing, id: "scim.connection.credentials.create", method: "POST", path: `${path}/credentials`, summary: "Issue a further client secret or password", body: AddCredentialBody, answer: issued, errors: [...unknown, "sign_in_method_not_enabled", "too_many_credentials"] }),
  revokeCredential: defineOperation({ ...changing, id: "scim.connection.credentials.delete", method: "DELETE", path: `${path}/credentials/{credential}`, summary: "End a client secret or password", answer: z.object({ credential_id: z.string() }), errors: [...unknown, "credential_not_found"] }),
  setRedirectUris: defineOperation({ ...changing, id: "scim.connection.redirectUris.set", method: "PUT", path: `${path}/redirect_uris`, summary: "Replace the redirect addresses of OAuth", body: RedirectUrisBody, answer: z.object({ redirect_uris: z.array(z.string()) }) }),
  decide: defineOperation({ ...changing, id: "scim.connection.authorizations.create", method: "POST", path: `${path}/authorizations`, summary: "Decide about an OAuth authorization request", description: "The consent page's own call: answers where the browser goes next.", body: AuthorizationDecision, answer: z.object({ redirect_to: z.string() }), errors: [...unknown, "oauth_request_refused", "oauth_client_not_found"] }),
};
