import { subscribeAll } from "@/lib/db/notify";
import { pool } from "@/lib/db/client";
import { log } from "@/lib/log";
import { claimDeliveries } from "./claim-deliveries";
import { dispatchEvents, EVENTS_AT_ONCE } from "./dispatch-events";
import { Lane, PER_ENDPOINT } from "./lane";
import { giveBackClaims, takeOverBatches } from "./take-over-batches";
import { planDispatch } from "./plan-dispatch";
import { Tries } from "./tries";

export type WebhookWorker = { stop: () => Promise<void> };

/** How long a stop waits for receivers. */
const STOP_GRACE_MS = 3_000;

/** Retries come due by the clock, and a notice may be lost: nothing waits longer than this. */
const LOOK_EVERY_MS = 500;

/** The least time between two looks: each takes what came together. A first event after a rest is looked for at once. */
const LOOK_APART_MS = 15;

/** The same while nobody wants what happens: a first push of everybody is numbered in larger bundles. */
const IDLE_APART_MS = 100;

/**
 * Numbers events and delivers them, until stopped. Any number of workers may run, in this process or in one of its own
 * (ROLE=worker): they share the work through the database. Killing one loses nothing; its claims lapse.
 */
export function startWebhookWorker(projectId: string): WebhookWorker {
  const worker = new Worker(projectId);
  const unsubscribe = subscribeAll(() => worker.news());
  const timer = setInterval(() => worker.tick(), LOOK_EVERY_MS);
  worker.tick();
  return {
    stop: async () => {
      clearInterval(timer);
      unsubscribe();
      await worker.drain(STOP_GRACE_MS);
    },
  };
}

class Worker {
  private readonly lanes = new Map<string, Lane>();
  private readonly tries: Tries;
  private running: Promise<void> | null = null;
  private again = false;
  /** Events may wait for their numbers: somebody said so, or it is time to see. */
  private fresh = false;
  /** Deliveries may be due. */
  private due = false;
  /** An endpoint was given all it had room for. */
  private more = false;
  /** Time to see what the clock brings: claims that lapsed, endpoints that were paused. */
  private late = false;
  private dispatchedAt = 0;
  private stopped = false;

  constructor(projectId: string) {
    this.tries = new Tries(projectId);
  }

  /** Looks for everything. */
  tick(): void {
    this.late = this.due = true;
    this.news();
  }

  /** Looks for events. */
  news(): void {
    this.fresh = true;
    this.wake();
  }

  /** Looks for work now; a call while it looks makes it look once more. */
  private wake(): void {
    if (this.stopped) return;
    this.again = true;
    this.running ??= this.look().finally(() => this.rest());
  }

  /** A call that came while the last look ended counts, too. */
  private rest(): void {
    this.running = null;
    if (this.again) this.wake();
  }

  /** Takes nothing new and lets tries in flight finish for a while. What is broken off then comes again; what waited for its turn is given back. */
  async drain(graceMs: number): Promise<void> {
    this.stopped = true;
    await this.running;
    for (const lane of this.lanes.values()) lane.clear();
    const { batches, claimed } = await this.tries.end(graceMs);
    await giveBackClaims(batches, claimed).catch((error: unknown) => log().warn({ error: (error as Error).message }, "claims could not be given back; they lapse"));
  }

  private async look(): Promise<void> {
    try {
      while (this.again && !this.stopped) {
        this.again = false;
        const began = performance.now();
        if (this.late) await this.lookBack();
        // One bundle of events, then deliveries: a long queue must not keep the first ones waiting.
        if (this.fresh) await this.dispatch();
        if (this.due && !this.stopped) await this.claim();
        const wanted = [...this.lanes.values()].some((lane) => lane.busy());
        await pause((wanted ? LOOK_APART_MS : IDLE_APART_MS) - (performance.now() - began));
      }
    } catch (error) {
      log().warn({ error: (error as Error).message }, "the webhook worker could not look for work");
    }
  }

  /** What nobody has in hand any more comes back; endpoints come and go. */
  private async lookBack(): Promise<void> {
    this.late = false;
    const { batches, claimed } = this.tries.takeUntried();
    await giveBackClaims(batches, claimed);
    await takeOverBatches();
    const { rows } = await pool().query<{ id: string }>({ name: "find-active-endpoints", text: "SELECT id FROM webhook_endpoint WHERE status = 'active'" });
    const active = new Set(rows.map(({ id }) => id));
    for (const id of active) this.lane(id);
    for (const [id, lane] of this.lanes) {
      if (active.has(id)) continue;
      lane.clear();
      if (!lane.busy()) this.lanes.delete(id);
    }
  }

  /** A notice that comes meanwhile counts, too. */
  private async dispatch(): Promise<void> {
    const most = this.mostEvents();
    if (most === 0) return;
    this.fresh = false;
    this.dispatchedAt = performance.now();
    const { taken, planned, first } = await dispatchEvents((id) => this.roomOf(id), most);
    for (const [endpointId, one] of this.tries.first(first)) this.add(endpointId, one);
    // What was written down for somebody who has no room is asked for when there is some, not before.
    if (planned.some((id) => this.roomOf(id) > 0)) this.due = this.again = true;
    else if (planned.length > 0) this.more = true;
    if (taken === most) this.fresh = this.again = true;
  }

  /** As many as those endpoints take that keep up; none while it is worth waiting for them. */
  private mostEvents(): number {
    const lanes = [...this.lanes.values()].map((lane) => ({ room: lane.room(), keepsUp: lane.keepsUp(), proven: lane.proven() }));
    return planDispatch({ lanes, results: this.tries.room(), most: EVENTS_AT_ONCE, waitedMs: performance.now() - this.dispatchedAt });
  }

  private async claim(): Promise<void> {
    this.due = false;
    const room = Object.fromEntries([...this.lanes].map(([id, lane]) => [id, lane.room()]));
    const claimed = await claimDeliveries(PER_ENDPOINT, room);
    const counts = new Map<string, number>();
    for (const [endpointId, one] of this.tries.claimed(claimed)) {
      counts.set(endpointId, (counts.get(endpointId) ?? 0) + 1);
      this.add(endpointId, one);
    }
    this.more = [...counts].some(([id, count]) => count >= (room[id] ?? PER_ENDPOINT));
  }

  private roomOf(endpointId: string): number {
    return this.lanes.get(endpointId)?.room() ?? PER_ENDPOINT;
  }

  private lane(endpointId: string): Lane {
    const lane = this.lanes.get(endpointId) ?? new Lane();
    this.lanes.set(endpointId, lane);
    return lane;
  }

  private add(endpointId: string, one: Parameters<Lane["add"]>[0]): void {
    const lane = this.lane(endpointId);
    lane.add(one, () => this.ended(lane));
  }

  /** There is room again. */
  private ended(lane: Lane): void {
    if (this.more && lane.room() >= PER_ENDPOINT / 2) {
      this.more = false;
      this.due = true;
    }
    if (this.due || this.fresh) this.wake();
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));
}
