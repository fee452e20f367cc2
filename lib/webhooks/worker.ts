import { setMaxListeners } from "node:events";
import { clock } from "@/lib/clock";
import { addToBatch, type BatchOptions, flushBatch } from "@/lib/db/batch";
import { subscribeAll } from "@/lib/db/notify";
import { log } from "@/lib/log";
import { claimDeliveries, type ClaimedDelivery } from "./claim-deliveries";
import { deliver } from "./deliver";
import { dispatchEvents, EVENTS_AT_ONCE } from "./dispatch-events";
import { type SettledDelivery, settleDeliveries } from "./settle-deliveries";
import { openKey, signDelivery } from "./sign-delivery";

export type WebhookWorker = { stop: () => Promise<void> };

/** How many tries one worker has open for one endpoint at first; each that arrives makes room for one more, up to the most, and one that does not takes it back. */
const PER_ENDPOINT = 16;
const MOST_PER_ENDPOINT = 64;

/** How long a stop waits for receivers. */
const STOP_GRACE_MS = 3_000;

/** Retries come due by the clock, and a notice may be lost: nothing waits longer than this. */
const LOOK_EVERY_MS = 500;

/** The least time between two looks: each takes what came together. A first event after a rest is looked for at once. */
const LOOK_APART_MS = 15;

/** The same while nobody wants what happens: a first push of everybody is numbered in larger bundles. */
const IDLE_APART_MS = 100;

const settling: BatchOptions<SettledDelivery> = { name: "deliveries", everyMs: 10, size: 1000, most: 100_000, write: writeSettled };

/**
 * Numbers events and delivers them, until stopped. Any number of workers may run, in this process or in one of its own
 * (ROLE=worker): they share the work through the database. Killing one loses nothing; its claims lapse.
 */
export function startWebhookWorker(projectId: string): WebhookWorker {
  const worker = new Worker(projectId);
  const unsubscribe = subscribeAll(() => worker.news());
  const timer = setInterval(() => worker.news(), LOOK_EVERY_MS);
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
  private readonly limits = new Map<string, number>();
  private running: Promise<void> | null = null;
  private again = false;
  /** Events may wait for their numbers: somebody said so, or it is time to see. */
  private fresh = true;
  private stopped = false;
  private readonly breakOff = new AbortController();

  constructor(private readonly projectId: string) {
    // Each try in flight listens to it, and stops listening when it ends.
    setMaxListeners(0, this.breakOff.signal);
  }

  /** Looks for events, too. */
  news(): void {
    this.fresh = true;
    this.wake();
  }

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
        // One bundle of events, then deliveries: a long queue must not keep the first ones waiting.
        if (this.fresh) await this.dispatch();
        if (this.stopped) return;
        const claimed = await claimDeliveries(PER_ENDPOINT, this.room());
        const keys = new Map<string, Buffer>();
        for (const delivery of claimed) this.attempt(delivery, delivery.secrets.map((sealed) => openOnce(keys, sealed)));
        const wanted = claimed.length > 0 || this.inFlight.size > 0;
        await pause((wanted ? LOOK_APART_MS : IDLE_APART_MS) - (performance.now() - began));
      }
    } catch (error) {
      log().warn({ error: (error as Error).message }, "the webhook worker could not look for work");
    }
  }

  /** A notice that comes meanwhile counts, too. */
  private async dispatch(): Promise<void> {
    this.fresh = false;
    if ((await dispatchEvents()) === EVENTS_AT_ONCE) this.fresh = this.again = true;
  }

  /** What each endpoint that was called lately may take now. */
  private room(): Record<string, number> {
    const room: Record<string, number> = {};
    for (const id of [...this.limits.keys(), ...this.inFlight.keys()]) room[id] = (this.limits.get(id) ?? PER_ENDPOINT) - (this.inFlight.get(id)?.size ?? 0);
    return room;
  }

  private judge(endpointId: string, arrived: boolean): void {
    if (!arrived) this.limits.delete(endpointId);
    else this.limits.set(endpointId, Math.min(MOST_PER_ENDPOINT, (this.limits.get(endpointId) ?? PER_ENDPOINT) + 1));
  }

  private attempt(delivery: ClaimedDelivery, keys: Buffer[]): void {
    const tries = this.inFlight.get(delivery.endpointId) ?? new Set<Promise<void>>();
    this.inFlight.set(delivery.endpointId, tries);
    const attempt = tryDelivery(delivery, keys, this.projectId, this.breakOff.signal).then((arrived) => {
      this.judge(delivery.endpointId, arrived);
      tries.delete(attempt);
      if (tries.size === 0) this.inFlight.delete(delivery.endpointId);
      this.wake();
    });
    tries.add(attempt);
  }
}

/** The key of a secret, unsealed once a look. */
function openOnce(keys: Map<string, Buffer>, sealed: Buffer): Buffer {
  const name = sealed.toString("latin1");
  const key = keys.get(name) ?? openKey(sealed);
  keys.set(name, key);
  return key;
}

/** Whether it arrived. */
async function tryDelivery(delivery: ClaimedDelivery, keys: Buffer[], projectId: string, breakOff: AbortSignal): Promise<boolean> {
  const at = clock.now();
  const body = writeBody(delivery, projectId);
  const headers = signDelivery(`event-${delivery.eventId}`, at, body, keys);
  const outcome = await deliver(delivery.url, headers, body, { breakOff });
  if (!breakOff.aborted) addToBatch(settling, { delivery, at, outcome });
  return outcome.outcome === "delivered";
}

/** The payload goes out as PostgreSQL wrote it: reading and writing it again for each endpoint would be most of the work. */
function writeBody({ sequence, payload }: ClaimedDelivery, projectId: string): string {
  return `{"project_id": ${JSON.stringify(projectId)}, "sequence": ${sequence}, ${payload.slice(1)}`;
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
