import type { NextRequest } from "next/server";
import { checkScope } from "@/lib/auth/check-scope";
import { type Caller, identifyCaller } from "@/lib/auth/identify-caller";
import { sessionCookieName } from "@/lib/auth/session-cookie";
import { spendCall } from "@/lib/auth/spend-call";
import type { CredentialScope } from "@/lib/contracts/credential-scope";
import { checkSameOrigin } from "./check-same-origin";
import { remoteAddress } from "./remote-address";

/** Who calls, when they may: not another site through a browser, not more than the allowance, not beyond the credential's scopes. */
export async function admitCaller(request: NextRequest, options: { scope?: CredentialScope }): Promise<Caller> {
  const caller = await identifyCaller({
    authorization: request.headers.get("authorization"),
    sessionCookie: request.cookies.get(sessionCookieName())?.value,
    remoteAddress: remoteAddress(request.headers),
    memberSession: { token: request.headers.get("x-stytch-member-session"), jwt: request.headers.get("x-stytch-member-sessionjwt") },
  });
  if (caller.user) checkSameOrigin(request);
  await spendCall(caller);
  if (options.scope) checkScope(caller, options.scope);
  return caller;
}
