import type { Dispatcher } from "undici";
import { BlockedAddress, refuseLiteral } from "@/lib/outbound/guarded-lookup";
import { outboundAgent } from "@/lib/outbound/outbound-agent";

/** What came of one try: a value, whatever the outside world does. */
export type DeliveryOutcome = {
  outcome: "delivered" | "refused" | "redirected" | "timeout" | "unreachable" | "blocked";
  responseStatus: number | null;
  responseExcerpt: string | null;
  detail: string | null;
  durationMs: number;
};

/** Where a delivery goes: an address that may be called, taken apart once for many tries; or why it may not. */
export type Target = { origin: string; path: string; authorization: string | null; blocked: BlockedAddress | null };

/** How long the receiver may take in all, and where to put what ends the try early. */
export type Limits = { timeoutMs?: number; breakOff?: Set<() => void> };

const TIMEOUT_MS = 15_000;
const EXCERPT_BYTES = 1024;
const MOST_BYTES = 64 * 1024;

/** Takes a receiver's address apart and checks it where it names no host but an address. */
export function aimAt(address: string): Target {
  const url = new URL(address);
  const { username, password } = url;
  const known = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  const target = { origin: url.origin, path: `${url.pathname}${url.search}`, authorization: username === "" ? null : `Basic ${Buffer.from(known).toString("base64")}` };
  try {
    refuseLiteral(url);
    return { ...target, blocked: null };
  } catch (error) {
    return { ...target, blocked: error as BlockedAddress };
  }
}

/**
 * POSTs a signed body once. The name is resolved here, checked, and the connection made to that very address, so that a name
 * that changes its mind reaches nothing private. Redirects are not followed; of an answer only the beginning is read.
 */
export async function deliver(target: Target, headers: Record<string, string>, body: Buffer, { timeoutMs = TIMEOUT_MS, breakOff }: Limits = {}): Promise<DeliveryOutcome> {
  const started = performance.now();
  const outcome = target.blocked ? explain(target.blocked) : await post(target, headers, body, timeoutMs, breakOff);
  return { ...outcome, durationMs: Math.round(performance.now() - started) };
}

type Answer = Omit<DeliveryOutcome, "durationMs">;

function judge(status: number): DeliveryOutcome["outcome"] {
  if (status >= 200 && status < 300) return "delivered";
  return status >= 300 && status < 400 ? "redirected" : "refused";
}

function explain(error: Error): Answer {
  const { message, code } = error as NodeJS.ErrnoException;
  const nothing = { responseStatus: null, responseExcerpt: null };
  if (error instanceof BlockedAddress) return { outcome: "blocked", detail: message, ...nothing };
  if (error instanceof TooLate || code === "UND_ERR_CONNECT_TIMEOUT") return { outcome: "timeout", detail: null, ...nothing };
  // undici names its own errors for programs: its words are for people.
  return { outcome: "unreachable", detail: code === undefined || code.startsWith("UND_") ? message : code, ...nothing };
}

/** The receiver did not answer in time. */
class TooLate extends Error {}

function post({ origin, path, authorization }: Target, headers: Record<string, string>, body: Buffer, timeoutMs: number, breakOff?: Set<() => void>): Promise<Answer> {
  return new Promise((answer) => {
    const reading = new Reading((result) => {
      clearTimeout(timer);
      breakOff?.delete(giveUp);
      answer(result);
    });
    const giveUp = (): void => reading.end(new TooLate());
    const timer = setTimeout(giveUp, timeoutMs);
    breakOff?.add(giveUp);
    const all = { "content-type": "application/json", "user-agent": "Rollcall-Webhooks/1", ...(authorization !== null && { authorization }), ...headers };
    outboundAgent.dispatch({ origin, path, method: "POST", headers: all, body }, reading);
  });
}

/** Reads the beginning of one answer. An answer that goes on for long is cut, and counts by its status. */
class Reading implements Dispatcher.DispatchHandler {
  private controller: Dispatcher.DispatchController | null = null;
  private status = 0;
  private readonly chunks: Buffer[] = [];
  private length = 0;
  private ended = false;

  constructor(private readonly done: (answer: Answer) => void) {}

  /** Ends the try, also while it still waits for a connection. */
  end(reason: Error): void {
    this.finish(explain(reason));
    this.controller?.abort(reason);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.controller = controller;
    if (this.ended) controller.abort(new TooLate());
  }

  onResponseStart(_: Dispatcher.DispatchController, status: number): void {
    this.status = status;
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.ended) return;
    this.chunks.push(chunk);
    this.length += chunk.length;
    if (this.length <= MOST_BYTES) return;
    this.onResponseEnd();
    controller.abort(new Error("enough has been read"));
  }

  onResponseEnd(): void {
    // PostgreSQL's text holds no zero bytes.
    const excerpt = Buffer.concat(this.chunks).subarray(0, EXCERPT_BYTES).toString("utf8").replaceAll("\u0000", "");
    this.finish({ outcome: judge(this.status), responseStatus: this.status, responseExcerpt: excerpt, detail: null });
  }

  onResponseError(_: Dispatcher.DispatchController, error: Error): void {
    this.finish(explain(error));
  }

  private finish(answer: Answer): void {
    if (this.ended) return;
    this.ended = true;
    this.done(answer);
  }
}
