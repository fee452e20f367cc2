/** A refusal of the token endpoint, in the words of RFC 6749 section 5.2. */
export class OAuthError extends Error {
  override readonly name = "OAuthError";

  constructor(
    readonly status: 400 | 401,
    readonly code: "invalid_request" | "invalid_client" | "unauthorized_client" | "unsupported_grant_type",
    message: string,
  ) {
    super(message);
  }
}
