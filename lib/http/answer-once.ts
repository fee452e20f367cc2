import { createHash } from "node:crypto";
import type { NextRequest } from "next/server";
import type { Caller } from "@/lib/auth/identify-caller";
import { DomainError } from "@/lib/errors";
import { claimCall } from "@/lib/idempotency/claim-call";
import { releaseCall } from "@/lib/idempotency/release-call";
import { settleCall } from "@/lib/idempotency/settle-call";
import { readText } from "./read-json";

type Once = { request: NextRequest; requestId: string; identify: () => Promise<Caller> };
type Run = (text: () => Promise<string>) => Promise<Record<string, unknown>>;

const MAX_KEY = 255;

/**
 * Runs a call and answers its payload in the envelope. A POST with an `Idempotency-Key` runs once: its answer is kept for a day
 * for this caller, and the same call again gets that answer. A refusal is not kept, for it left nothing behind.
 */
export async function answerOnce({ request, requestId, identify }: Once, run: Run): Promise<Response> {
  const key = request.method === "POST" ? readKey(request.headers) : null;
  if (key === null) return answer(await run(once(() => readText(request))), requestId);
  const { actor, member } = await identify();
  const text = await readText(request);
  const call = { caller: [actor.type, actor.id, member?.memberId].filter((part) => part !== undefined).join(":"), key, fingerprint: fingerprintOf(request, text) };
  const earlier = await claimCall(call);
  if (earlier !== null) return json(earlier, { "idempotent-replayed": "true" });
  try {
    const response = JSON.stringify({ request_id: requestId, status_code: 200, ...(await run(() => Promise.resolve(text))) });
    await settleCall(call, response);
    return json(response);
  } catch (error) {
    // Our own fault may have come after the change: such a key answers no second time.
    if (error instanceof DomainError) await releaseCall(call);
    throw error;
  }
}

function readKey(headers: Headers): string | null {
  const key = headers.get("idempotency-key");
  if (key === null) return null;
  if (/^[\x21-\x7e]+$/.test(key) && key.length <= MAX_KEY) return key;
  throw new DomainError("invalid", "invalid_idempotency_key", `An Idempotency-Key has 1 to ${MAX_KEY} visible ASCII characters; a UUID is a good one.`);
}

function fingerprintOf(request: NextRequest, text: string): Buffer {
  const { pathname, search } = request.nextUrl;
  return createHash("sha256").update(`${request.method} ${pathname}${search}\n${text}`).digest();
}

function once(read: () => Promise<string>): () => Promise<string> {
  let text: Promise<string> | undefined;
  return () => (text ??= read());
}

function answer(payload: Record<string, unknown>, requestId: string): Response {
  return json(JSON.stringify({ request_id: requestId, status_code: 200, ...payload }));
}

function json(body: string, headers: Record<string, string> = {}): Response {
  return new Response(body, { headers: { "content-type": "application/json", "cache-control": "no-store", ...headers } });
}
