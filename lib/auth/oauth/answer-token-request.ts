import OAuth2Server from "@node-oauth/oauth2-server";
import { log } from "@/lib/log";
import { authorizationServer } from "./authorization-server";
import { decodeBasic } from "./decode-basic";
import { exchangeClientAssertion } from "./exchange-client-assertion";
import { OAuthError } from "./oauth-error";

export type TokenRequest = {
  connectionId: string;
  method: string;
  headers: Record<string, string>;
  /** The form fields; of a repeated one, the last. */
  form: Record<string, string>;
};

export type TokenAnswer = { status: number; headers: Record<string, string>; body: Record<string, unknown> };

const NO_STORE = { "cache-control": "no-store", pragma: "no-cache" };

/**
 * The token endpoint (RFC 6749 section 3.2) of one connection. Client authentication by Basic or in the body; a
 * `client_assertion` (RFC 7523) is Entra's workload identity federation. Answers errors in the shape of section 5.2.
 */
export async function answerTokenRequest(request: TokenRequest): Promise<TokenAnswer> {
  try {
    if (request.form.client_assertion !== undefined) return { status: 200, headers: NO_STORE, body: await exchangeClientAssertion(request) };
    return await askLibrary(request);
  } catch (error) {
    if (error instanceof OAuthError) return refuse(error.status, error.code, error.message);
    throw error;
  }
}

async function askLibrary({ connectionId, method, headers, form }: TokenRequest): Promise<TokenAnswer> {
  // The library looks for a body's length, which a chunked request does not name.
  const sent = { "content-length": "1", ...headers };
  if (headers.authorization !== undefined) Object.assign(sent, { authorization: decodeBasic(headers.authorization) });
  const request = new OAuth2Server.Request({ method, query: {}, body: form, headers: sent });
  const response = new OAuth2Server.Response();
  try {
    await authorizationServer(connectionId).token(request, response);
    return { status: 200, headers: NO_STORE, body: response.body as Record<string, unknown> };
  } catch (error) {
    if (!(error instanceof OAuth2Server.OAuthError) || error.code >= 500) {
      log().error({ error: String(error) }, "the token endpoint failed");
      return refuse(500, "server_error", "The request could not be answered.");
    }
    // RFC 6749 section 5.2: a client that does not prove itself gets 401, whichever way it tried.
    const status = error.name === "invalid_client" ? 401 : error.code;
    const answer = refuse(status, error.name, error.message);
    if (status === 401 && headers.authorization !== undefined) answer.headers["www-authenticate"] = 'Basic realm="Rollcall"';
    return answer;
  }
}

function refuse(status: number, error: string, description: string): TokenAnswer {
  return { status, headers: { ...NO_STORE }, body: { error, error_description: description } };
}
