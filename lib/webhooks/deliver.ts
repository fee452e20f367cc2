import { request as requestHttp, type IncomingMessage, type RequestOptions } from "node:http";
import { request as requestHttps } from "node:https";
import { BlockedAddress, guardedLookup, refuseLiteral } from "@/lib/outbound/guarded-lookup";

/** What came of one try: a value, whatever the outside world does. */
export type DeliveryOutcome = {
  outcome: "delivered" | "refused" | "redirected" | "timeout" | "unreachable" | "blocked";
  responseStatus: number | null;
  responseExcerpt: string | null;
  detail: string | null;
  durationMs: number;
};

/** How long the receiver may take in all, and a signal that ends the try early. */
export type Limits = { timeoutMs?: number; breakOff?: AbortSignal };

const TIMEOUT_MS = 15_000;
const EXCERPT_BYTES = 1024;
const MOST_BYTES = 64 * 1024;

/**
 * POSTs a signed body once. The name is resolved here, checked, and the connection made to that very address, so that a name
 * that changes its mind reaches nothing private. Redirects are not followed; of an answer only the beginning is read.
 */
export async function deliver(url: string, headers: Record<string, string>, body: string, { timeoutMs = TIMEOUT_MS, breakOff }: Limits = {}): Promise<DeliveryOutcome> {
  const started = performance.now();
  const settle = (rest: Omit<DeliveryOutcome, "durationMs">): DeliveryOutcome => ({ ...rest, durationMs: Math.round(performance.now() - started) });
  try {
    const { status, excerpt } = await post(new URL(url), headers, body, { timeoutMs, breakOff });
    return settle({ outcome: judge(status), responseStatus: status, responseExcerpt: excerpt, detail: null });
  } catch (error) {
    return settle({ ...explain(error), responseStatus: null, responseExcerpt: null });
  }
}

function judge(status: number): DeliveryOutcome["outcome"] {
  if (status >= 200 && status < 300) return "delivered";
  return status >= 300 && status < 400 ? "redirected" : "refused";
}

function explain(error: unknown): Pick<DeliveryOutcome, "outcome" | "detail"> {
  if (error instanceof BlockedAddress) return { outcome: "blocked", detail: error.message };
  const { name, message, code } = error as NodeJS.ErrnoException;
  if (error instanceof TooLate || name === "AbortError") return { outcome: "timeout", detail: null };
  return { outcome: "unreachable", detail: code ?? message };
}

/** The receiver did not answer in time. */
class TooLate extends Error {}

async function post(url: URL, headers: Record<string, string>, body: string, { timeoutMs = TIMEOUT_MS, breakOff }: Limits): Promise<{ status: number; excerpt: string }> {
  refuseLiteral(url);
  const options: RequestOptions = {
    method: "POST",
    lookup: guardedLookup,
    ...(breakOff && { signal: breakOff }),
    headers: { "content-type": "application/json", "content-length": Buffer.byteLength(body), "user-agent": "Rollcall-Webhooks/1", ...headers },
  };
  const send = url.protocol === "https:" ? requestHttps : requestHttp;
  return new Promise((answer, fail) => {
    const sent = send(url, options, (response) => {
      readBeginning(response, (excerpt) => {
        clearTimeout(timer);
        answer({ status: response.statusCode ?? 0, excerpt });
      }).once("error", stop);
    });
    const stop = (error: Error): void => {
      clearTimeout(timer);
      fail(error);
      sent.destroy();
    };
    // One timer: signals of one's own for each try cost more than the request.
    const timer = setTimeout(() => stop(new TooLate()), timeoutMs);
    sent.on("error", stop).end(body);
  });
}

/** The first bytes as text, when all has come. An answer that goes on for long is cut, and counts by its status. */
function readBeginning(response: IncomingMessage, done: (excerpt: string) => void): IncomingMessage {
  const chunks: Buffer[] = [];
  let length = 0;
  // PostgreSQL's text holds no zero bytes.
  const end = (): void => done(Buffer.concat(chunks).subarray(0, EXCERPT_BYTES).toString("utf8").replaceAll("\u0000", ""));
  return response
    .on("data", (chunk: Buffer) => {
      chunks.push(chunk);
      length += chunk.length;
      if (length <= MOST_BYTES) return;
      end();
      response.destroy();
    })
    .once("end", end);
}
