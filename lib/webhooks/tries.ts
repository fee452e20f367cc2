import type { KeyObject } from "node:crypto";
import { clock } from "@/lib/clock";
import { addToBatch, type BatchOptions, flushBatch } from "@/lib/db/batch";
import { log } from "@/lib/log";
import type { ClaimedDelivery } from "./claim-deliveries";
import { aimAt, deliver, type Target } from "./deliver";
import type { FirstTries } from "./dispatch-events";
import type { WaitingTry } from "./lane";
import { type SettledDelivery, settleDeliveries } from "./settle-deliveries";
import { openKey, signDelivery } from "./sign-delivery";

/** More results than this wait for the database only when it does not keep up: nothing new is taken on then. */
const MOST_UNSETTLED = 5_000;

/** First tries of one call that are not settled yet. `spoilt`: one of them had no turn; whoever takes the batch over makes it. */
type OpenBatch = { id: string; open: number; spoilt: boolean };

type Receiver = { id: string; target: Target; keys: KeyObject[] };
type Fact = { eventId: string; attemptCount: number; body: Buffer; batch: OpenBatch | null };
type Result = SettledDelivery & { batch: OpenBatch | null; owner: Tries };

// At most so many in one statement, and none waits longer than 10 ms for others.
const settling: BatchOptions<Result> = { name: "deliveries", everyMs: 10, size: 1000, most: 100_000, write: writeResults };

/** Makes tries of what a worker took, and keeps what came of them. */
export class Tries {
  private readonly batches = new Map<string, OpenBatch>();
  private readonly inFlight = new Set<Promise<boolean>>();
  private readonly breakOff = new Set<() => void>();
  private untried: { eventId: string; endpointId: string }[] = [];
  private spoilt: string[] = [];
  private unsettled = 0;
  private broken = false;

  constructor(private readonly projectId: string) {}

  /** How many more results may be on their way. */
  room(): number {
    return Math.max(0, MOST_UNSETTLED - this.unsettled);
  }

  /** The first tries of events, each under its endpoint's id, in the order of the events. One body serves all endpoints. */
  *first(tries: FirstTries | null): Generator<[string, WaitingTry]> {
    if (!tries) return;
    const batch: OpenBatch = { id: tries.batchId, open: tries.endpoints.reduce((sum, { events }) => sum + events.length, 0), spoilt: false };
    this.batches.set(batch.id, batch);
    const facts = new Map<string, Fact>();
    for (const { id, url, secrets, events } of tries.endpoints) {
      const receiver = { id, target: aimAt(url), keys: secrets.map(openKey) };
      for (const { id: eventId, sequence } of events) {
        const fact = facts.get(eventId) ?? { eventId, attemptCount: 0, body: this.write(sequence, tries.payloads.get(eventId) ?? "{}"), batch };
        facts.set(eventId, fact);
        yield [id, this.prepare(receiver, fact)];
      }
    }
  }

  /** The tries of claimed deliveries. Addresses are read and keys unsealed once. */
  *claimed(deliveries: readonly ClaimedDelivery[]): Generator<[string, WaitingTry]> {
    const receivers = new Map<string, Receiver>();
    for (const { endpointId, url, secrets, eventId, attemptCount, sequence, payload } of deliveries) {
      const receiver = receivers.get(endpointId) ?? { id: endpointId, target: aimAt(url), keys: secrets.map(openKey) };
      receivers.set(endpointId, receiver);
      yield [endpointId, this.prepare(receiver, { eventId, attemptCount, body: this.write(sequence, payload), batch: null })];
    }
  }

  /** Lets tries in flight finish for a while, then breaks them off, and writes what came of them. Returns what was not tried. */
  async end(graceMs: number): Promise<{ batches: string[]; claimed: { eventId: string; endpointId: string }[] }> {
    const late = setTimeout(() => {
      this.broken = true;
      for (const giveUp of [...this.breakOff]) giveUp();
    }, graceMs);
    await Promise.all(this.inFlight);
    clearTimeout(late);
    await flushBatch(settling);
    const { batches, claimed } = this.takeUntried();
    return { batches: [...batches, ...this.batches.keys()], claimed };
  }

  /** What had no turn and is in nobody's hands any more. */
  takeUntried(): { batches: string[]; claimed: { eventId: string; endpointId: string }[] } {
    const untried = { batches: this.spoilt, claimed: this.untried };
    [this.spoilt, this.untried] = [[], []];
    return untried;
  }

  /** Results were written, or could not be. */
  settled(results: readonly Result[]): void {
    this.unsettled -= results.length;
    for (const batch of new Set(results.map((result) => result.batch))) if (batch) this.forget(batch);
  }

  /** Batches that are done with are no longer kept. */
  private forget({ id, open, spoilt }: OpenBatch): void {
    if (open === 0 && this.batches.delete(id) && spoilt) this.spoilt.push(id);
  }

  private prepare(receiver: Receiver, fact: Fact): WaitingTry {
    return {
      run: () => {
        const running = this.attempt(receiver, fact);
        this.inFlight.add(running);
        void running.then(() => this.inFlight.delete(running));
        return running;
      },
      drop: () => {
        if (fact.batch) this.spoil(fact.batch);
        else this.untried.push({ eventId: fact.eventId, endpointId: receiver.id });
      },
    };
  }

  private spoil(batch: OpenBatch): void {
    batch.open -= 1;
    batch.spoilt = true;
    this.forget(batch);
  }

  /** Whether it arrived. What was broken off is as if it had not been tried. */
  private async attempt({ id: endpointId, target, keys }: Receiver, { eventId, attemptCount, body, batch }: Fact): Promise<boolean> {
    const at = clock.now();
    const outcome = await deliver(target, signDelivery(`event-${eventId}`, at, body, keys), body, { breakOff: this.breakOff });
    if (!this.broken) {
      this.unsettled += 1;
      addToBatch(settling, { delivery: { eventId, endpointId, attemptCount }, at, outcome, batch, owner: this });
    }
    return outcome.outcome === "delivered";
  }

  /** The payload goes out as PostgreSQL wrote it: reading and writing it again would be most of the work. */
  private write(sequence: number, payload: string): Buffer {
    return Buffer.from(`{"project_id": ${JSON.stringify(this.projectId)}, "sequence": ${sequence}, ${payload.slice(1)}`);
  }
}

/** Results that could not be written are not lost: claims and batches lapse, and the deliveries are tried again. */
async function writeResults(results: Result[]): Promise<void> {
  const finished = [...new Set(results.flatMap(({ batch }) => batch ?? []))].filter((batch) => {
    batch.open -= results.filter((result) => result.batch === batch).length;
    return batch.open === 0 && !batch.spoilt;
  });
  try {
    await settleDeliveries(results, finished.map(({ id }) => id));
  } catch (error) {
    for (const { batch } of results) if (batch) batch.spoilt = true;
    log().error({ error: (error as Error).message, deliveries: results.length }, "deliveries could not be settled; they will be repeated");
  }
  for (const owner of new Set(results.map((result) => result.owner))) {
    owner.settled(results.filter((result) => result.owner === owner));
  }
}
