import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { contentSecurityPolicy } from "@/lib/http/content-security-policy";
import { env } from "@/lib/env";

/**
 * Stands before every page: a Content-Security-Policy with a nonce of its own (Next puts it on its scripts), and the path,
 * which layouts cannot know, so that sign-in leads back to it.
 */
export function proxy(request: NextRequest): NextResponse {
  const policy = contentSecurityPolicy(randomBytes(16).toString("base64"), env().production);
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  headers.set("x-rollcall-path", `${request.nextUrl.pathname}${request.nextUrl.search}`);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  if (env().publicUrl.startsWith("https://")) response.headers.set("strict-transport-security", "max-age=63072000");
  return response;
}

// Pages only: the APIs answer JSON and carry the static headers of next.config.ts.
export const config = { matcher: ["/((?!api/|v1/|_next/|icon\\.svg|.*\\.(?:png|svg|ico|txt|woff2)$).*)"] };
