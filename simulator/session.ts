import { sendHttp, type HttpAnswer } from "./send-http.ts";

export type Complain = (message: string) => void;
export type Inspect = (answer: HttpAnswer, complain: Complain) => void;
export type Step = { chapter: string; says: string; method: string; target: string; status: number; milliseconds: number; complaints: string[] };
export type Call = { method: string; path: string; query?: string; body?: unknown; headers?: Record<string, string> };

/** Told about every chapter and step as it happens. */
export type Reporter = { chapter?(title: string): void; step?(step: Step): void };

export class UnreachableError extends Error {}

/** One identity provider talking to one connection: sends, times, inspects and remembers every exchange. */
export class Session {
  readonly steps: Step[] = [];
  private chapterTitle = "";
  private readonly origin: string;
  private readonly basePath: string;
  private readonly flag: string;

  constructor(
    base: string,
    private readonly headersFor: (call: Call) => Record<string, string>,
    private readonly reporter: Reporter,
    private readonly pace: number,
  ) {
    const url = new URL(base);
    this.origin = url.origin;
    this.basePath = url.pathname.replace(/\/+$/, "");
    this.flag = url.search.slice(1);
  }

  get complaints(): { says: string; message: string }[] {
    return this.steps.flatMap((step) => step.complaints.map((message) => ({ says: step.says, message })));
  }

  chapter(title: string): void {
    this.chapterTitle = title;
    this.reporter.chapter?.(title);
  }

  /** Sends one request; `inspect` complains about what this identity provider would not accept. */
  async call(says: string, call: Call, inspect: Inspect): Promise<HttpAnswer> {
    if (this.pace > 0) await new Promise((resolve) => setTimeout(resolve, this.pace));
    const target = this.target(call);
    const answer = await this.send(call, target);
    const complaints: string[] = [];
    inspect(answer, (message) => complaints.push(message));
    const step: Step = { chapter: this.chapterTitle, says, method: call.method, target, status: answer.status, milliseconds: answer.milliseconds, complaints };
    this.steps.push(step);
    this.reporter.step?.(step);
    return answer;
  }

  /** Complains about something that no single answer shows. */
  complain(message: string): void {
    const last = this.steps.at(-1);
    if (last) last.complaints.push(message);
  }

  private target(call: Call): string {
    const query = [this.flag, call.query].filter(Boolean).join("&");
    return this.basePath + call.path + (query ? `?${query}` : "");
  }

  private async send(call: Call, target: string): Promise<HttpAnswer> {
    const body = call.body === undefined ? undefined : JSON.stringify(call.body);
    const headers = { ...this.headersFor(call), ...call.headers };
    try {
      return await sendHttp({ origin: this.origin, method: call.method, target, headers, ...(body === undefined ? {} : { body }) });
    } catch (error) {
      const reason = error instanceof Error ? error.message || String((error as NodeJS.ErrnoException).code) : String(error);
      throw new UnreachableError(`No answer from ${this.origin}: ${reason}`);
    }
  }
}
