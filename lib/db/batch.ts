/** `added` and `taken` count entries since the start; `taken` those that are being written, are written, or were dropped. */
type Batch = { waiting: unknown[]; added: number; taken: number; timer: NodeJS.Timeout | undefined; running: Promise<void> | undefined };

// Two module graphs in one process (see client.ts): the waiting rows live on globalThis.
const batches = ((globalThis as { rollcallBatches?: Map<string, Batch> }).rollcallBatches ??= new Map<string, Batch>());

/** How a batch is written: after `everyMs`, or as soon as `size` entries wait. Beyond `most` the oldest are dropped. */
export type BatchOptions<Entry> = { name: string; everyMs: number; size: number; most: number; write: (entries: Entry[]) => Promise<void> };

/** Adds one entry to a batch that is written later, off the caller's path. */
export function addToBatch<Entry>(options: BatchOptions<Entry>, entry: Entry): void {
  const batch = openBatch(options.name);
  batch.waiting.push(entry);
  batch.added += 1;
  if (batch.waiting.length > options.most) {
    batch.waiting.shift();
    batch.taken += 1;
  }
  if (batch.waiting.length >= options.size && !batch.running) void flushBatch(options);
  else batch.timer ??= setTimeout(() => void flushBatch(options), options.everyMs).unref();
}

/** Writes what waits; resolves when all that waited at the call is written, whatever comes meanwhile. `write` answers for its own failures. */
export async function flushBatch<Entry>(options: BatchOptions<Entry>): Promise<void> {
  const batch = openBatch(options.name);
  const last = batch.added;
  clearTimeout(batch.timer);
  batch.timer = undefined;
  while (batch.taken < last) {
    batch.running ??= writeNext(options, batch);
    await batch.running;
  }
  await batch.running;
}

function writeNext<Entry>(options: BatchOptions<Entry>, batch: Batch): Promise<void> {
  const entries = batch.waiting.splice(0, options.size) as Entry[];
  batch.taken += entries.length;
  return options.write(entries).finally(() => (batch.running = undefined));
}

function openBatch(name: string): Batch {
  const known = batches.get(name) ?? { waiting: [], added: 0, taken: 0, timer: undefined, running: undefined };
  batches.set(name, known);
  return known;
}
