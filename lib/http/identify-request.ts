import type { NextRequest } from "next/server";
import { type Caller, identifyCaller } from "@/lib/auth/identify-caller";
import { sessionCookieName } from "@/lib/auth/session-cookie";
import { remoteAddress } from "./remote-address";

/** Who calls, by credentials or by the portal's session. */
export function identifyRequest(request: NextRequest): Promise<Caller> {
  return identifyCaller({
    authorization: request.headers.get("authorization"),
    sessionCookie: request.cookies.get(sessionCookieName())?.value,
    remoteAddress: remoteAddress(request.headers),
  });
}
