import { clock } from "@/lib/clock";
import { addToBatch, type BatchOptions, flushBatch } from "@/lib/db/batch";
import { subscribeAll } from "@/lib/db/notify";
import { log } from "@/lib/log";
import { claimDeliveries, type ClaimedDelivery } from "./claim-deliveries";
import { deliver } from "./deliver";
import { dispatchEvents, EVENTS_AT_ONCE } from "./dispatch-events";
import { type SettledDelivery, settleDeliveries } from "./settle-deliveries";
import { signDelivery } from "./sign-delivery";

export type WebhookWorker = { stop: () => Promise<void> };

/** How many tries one worker has open for one endpoint. */
const PER_ENDPOINT = 16;

/** How long a stop waits for receivers. */
const STOP_GRACE_MS = 3_000;

/** Retries come due by the clock, and a notice may be lost: nothing waits longer than this. */
const LOOK_EVERY_MS = 500;

/** The least time between two looks: each takes what came together. A first event after a rest is looked for at once. */
const LOOK_APART_MS = 15;

const settling: BatchOptions<SettledDelivery> = { name: "deliveries", everyMs: 10, size: 200, most: 100_000, write: writeSettled };

/**
 * Numbers events and delivers them, until stopped. Any number of workers may run, in this process or in one of its own
 * (ROLE=worker): they share the work through the database. Killing one loses nothing; its claims lapse.
 */
export function startWebhookWorker(projectId: string): WebhookWorker {
  const worker = new Worker(projectId);
  const unsubscribe = subscribeAll(() => worker.wake());
  const timer = setInterval(() => worker.wake(), LOOK_EVERY_MS);
  worker.wake();
  return {
    stop: async () => {
      clearInterval(timer);
      unsubscribe();
      await worker.drain(STOP_GRACE_MS);
    },
  };
}

class Worker {
  private readonly inFlight = new Map<string, Set<Promise<void>>>();
  private running: Promise<void> | null = null;
  private again = false;
  private stopped = false;
  private readonly breakOff = new AbortController();

  constructor(private readonly projectId: string) {}

  /** Looks for work now; a call while it looks makes it look once more. */
  wake(): void {
    if (this.stopped) return;
    this.again = true;
    this.running ??= this.look().finally(() => this.rest());
  }

  /** A call that came while the last look ended counts, too. */
  private rest(): void {
    this.running = null;
    if (this.again) this.wake();
  }

  /** Takes nothing new and lets tries in flight finish for a while. What is broken off then comes again when its claim lapses. */
  async drain(graceMs: number): Promise<void> {
    this.stopped = true;
    const late = setTimeout(() => this.breakOff.abort(), graceMs);
    await this.running;
    await Promise.all([...this.inFlight.values()].flatMap((tries) => [...tries]));
    clearTimeout(late);
    await flushBatch(settling);
  }

  private async look(): Promise<void> {
    try {
      while (this.again && !this.stopped) {
        this.again = false;
        const began = performance.now();
        while ((await dispatchEvents()) === EVENTS_AT_ONCE && !this.stopped);
        if (this.stopped) return;
        const claimed = await claimDeliveries(PER_ENDPOINT, Object.fromEntries([...this.inFlight].map(([id, tries]) => [id, tries.size])));
        for (const delivery of claimed) this.attempt(delivery);
        await pause(LOOK_APART_MS - (performance.now() - began));
      }
    } catch (error) {
      log().warn({ error: (error as Error).message }, "the webhook worker could not look for work");
    }
  }

  private attempt(delivery: ClaimedDelivery): void {
    const tries = this.inFlight.get(delivery.endpointId) ?? new Set<Promise<void>>();
    this.inFlight.set(delivery.endpointId, tries);
    const attempt = tryDelivery(delivery, this.projectId, this.breakOff.signal).finally(() => {
      tries.delete(attempt);
      if (tries.size === 0) this.inFlight.delete(delivery.endpointId);
      this.wake();
    });
    tries.add(attempt);
  }
}

async function tryDelivery(delivery: ClaimedDelivery, projectId: string, breakOff: AbortSignal): Promise<void> {
  const at = clock.now();
  const body = JSON.stringify({ project_id: projectId, sequence: delivery.sequence, ...delivery.payload });
  const headers = signDelivery(`event-${delivery.eventId}`, at, body, delivery.secrets);
  const outcome = await deliver(delivery.url, headers, body, { breakOff });
  if (!breakOff.aborted) addToBatch(settling, { delivery, at, outcome });
}

/** A batch that could not be written is not lost: its claims lapse, and the deliveries are tried again. */
async function writeSettled(settled: SettledDelivery[]): Promise<void> {
  try {
    await settleDeliveries(settled);
  } catch (error) {
    log().error({ error: (error as Error).message, deliveries: settled.length }, "deliveries could not be settled; they will be repeated");
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));
}
