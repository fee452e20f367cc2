/** How many tries one worker has open for one endpoint at first; each that arrives makes room for one more, up to the most. */
export const PER_ENDPOINT = 16;
const MOST_PER_ENDPOINT = 64;

/** How many tries may wait their turn for an endpoint that has proved fast. */
const MOST_WAITING = 1000;

/** A try that waited longer than this has lost its turn: its claim must outlive the try. */
const MOST_WAIT_MS = 10_000;

/** After so many failures without a success an endpoint is only probed: one try at a time, and a pause between two. */
const FAILURES_IN_A_ROW = 8;
const PROBE_PAUSE_MS = 500;

/** An endpoint keeps up as long as it has answered, or had nothing to do, a moment ago. */
const KEEPS_UP_MS = 250;

/** A try that waits for its turn. `run` says whether it arrived; `drop` is called instead when it has no turn any more. */
export type WaitingTry = { run: () => Promise<boolean>; drop: () => void };

/**
 * One endpoint's tries in this worker: so many at a time as it has shown to bear, others in their order after them. One that is slow or dead takes
 * a few places of its own and nobody else's.
 */
export class Lane {
  private limit = PER_ENDPOINT;
  private failures = 0;
  private probeAt = 0;
  private hopefulAt = 0;
  private waiting: { at: number; one: WaitingTry }[] = [];
  private next = 0;
  private running = 0;

  /** How many more tries it takes now. */
  room(): number {
    if (this.failures >= FAILURES_IN_A_ROW) return this.busy() || performance.now() < this.probeAt ? 0 : 1;
    const most = this.limit === MOST_PER_ENDPOINT ? MOST_WAITING : this.limit;
    return Math.max(0, most - this.running - this.queued());
  }

  /** Whether it is worth it to wait until it has room. */
  keepsUp(): boolean {
    return this.failures === 0 && (!this.busy() || performance.now() - this.hopefulAt < KEEPS_UP_MS);
  }

  /** Whether it has answered since it last failed. */
  proven(): boolean {
    return this.limit > PER_ENDPOINT;
  }

  busy(): boolean {
    return this.running + this.queued() > 0;
  }

  queued(): number {
    return this.waiting.length - this.next;
  }

  /** Runs it now or when it is its turn. */
  add(one: WaitingTry, ended: () => void): void {
    if (!this.busy()) this.hopefulAt = performance.now();
    this.waiting.push({ at: performance.now(), one });
    this.advance(ended);
  }

  /** Those that wait get no turn. */
  clear(): void {
    const dropped = this.waiting.slice(this.next);
    this.waiting = [];
    this.next = 0;
    for (const { one } of dropped) one.drop();
  }

  private advance(ended: () => void): void {
    while (this.running < this.limit && this.next < this.waiting.length) {
      const entry = this.waiting[this.next++];
      if (this.next === this.waiting.length) [this.waiting, this.next] = [[], 0];
      if (entry) this.start(entry, ended);
    }
  }

  private start({ at, one }: { at: number; one: WaitingTry }, ended: () => void): void {
    if (performance.now() - at > MOST_WAIT_MS) return one.drop();
    this.running += 1;
    void one.run().then((arrived) => {
      this.running -= 1;
      this.judge(arrived);
      this.advance(ended);
      ended();
    });
  }

  private judge(arrived: boolean): void {
    if (arrived) {
      this.limit = Math.min(MOST_PER_ENDPOINT, this.limit + 1);
      this.failures = 0;
      this.hopefulAt = performance.now();
      return;
    }
    this.limit = PER_ENDPOINT;
    this.failures += 1;
    this.probeAt = performance.now() + PROBE_PAUSE_MS;
  }
}
