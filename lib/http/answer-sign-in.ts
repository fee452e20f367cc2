import NextAuth from "next-auth";
import type { NextRequest } from "next/server";
import { countAttempt } from "@/lib/auth/limit-attempts";
import { signInOptions } from "@/lib/auth/sign-in-options";
import { env } from "@/lib/env";
import { DomainError } from "@/lib/errors";
import { remoteAddress } from "./remote-address";

type Context = { params: Promise<{ nextauth: string[] }> };

/**
 * next-auth behind limits. Passwords are counted where they are checked; here a refusal by count becomes a real 429, and
 * e-mailed links are counted before anything is sent.
 */
export async function answerSignIn(request: NextRequest, context: Context): Promise<Response> {
  const action = (await context.params).nextauth.join("/");
  try {
    if (request.method === "POST" && action === "signin/email") await countLink(request);
  } catch (error) {
    return refuseLimited(error);
  }
  const waits: number[] = [];
  const options = signInOptions(remoteAddress(request.headers), (seconds) => waits.push(seconds));
  const handler = NextAuth(options) as (request: NextRequest, context: Context) => Promise<Response>;
  const response = await handler(request, context);
  const [wait] = waits;
  return wait === undefined ? response : limited(response, wait);
}

async function countLink(request: NextRequest): Promise<void> {
  const form = await request.clone().formData().catch(() => null);
  const email = form?.get("email");
  await countAttempt("link-address", remoteAddress(request.headers) ?? "unknown");
  if (typeof email === "string") await countAttempt("link-email", email);
}

function refuseLimited(error: unknown): Response {
  if (!(error instanceof DomainError) || error.kind !== "limited") throw error;
  const headers = { "retry-after": String(error.details.retry_after_seconds ?? 60), "cache-control": "no-store" };
  return Response.json({ url: `${env().publicUrl}/sign-in?error=TooManyAttempts` }, { status: 429, headers });
}

function limited(response: Response, seconds: number): Response {
  const headers = new Headers(response.headers);
  headers.set("retry-after", String(seconds));
  return new Response(response.body, { status: 429, headers });
}
