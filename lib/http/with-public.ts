import type { NextRequest } from "next/server";
import { uuidv7 } from "uuidv7";
import type { z } from "zod";
import { countAttempt } from "@/lib/auth/limit-attempts";
import { readSession, type SessionUser } from "@/lib/auth/read-session";
import { sessionCookieName } from "@/lib/auth/session-cookie";
import { checkSameOrigin } from "./check-same-origin";
import { readJson } from "./read-json";
import { remoteAddress } from "./remote-address";
import { tellPerson } from "./tell-person";

export type PublicCall<Body> = { body: Body; user: SessionUser | null; remoteAddress: string | null; userAgent: string | null };

/** A form of the public pages (first run, invitations): our own site only, JSON only, counted by address, no sign-in needed. */
export function withPublic<Body>(
  options: { body: z.ZodType<Body> },
  handle: (call: PublicCall<Body>) => Promise<Record<string, unknown>>,
): (request: NextRequest) => Promise<Response> {
  return async (request) => {
    const requestId = `request-id-${uuidv7()}`;
    try {
      checkSameOrigin(request);
      const address = remoteAddress(request.headers);
      await countAttempt("form-address", address ?? "unknown");
      const body = await readJson(request, options.body, true);
      const user = await readSession(request.cookies.get(sessionCookieName())?.value);
      const payload = await handle({ body, user, remoteAddress: address, userAgent: request.headers.get("user-agent") });
      return Response.json({ request_id: requestId, status_code: 200, ...payload }, { headers: { "cache-control": "no-store" } });
    } catch (error) {
      return tellPerson(error, requestId, request);
    }
  };
}
