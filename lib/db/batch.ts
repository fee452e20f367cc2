type Batch = { waiting: unknown[]; timer: NodeJS.Timeout | undefined; running: Promise<void> | undefined };

// Two module graphs in one process (see client.ts): the waiting rows live on globalThis.
const batches = ((globalThis as { rollcallBatches?: Map<string, Batch> }).rollcallBatches ??= new Map<string, Batch>());

/** How a batch is written: after `everyMs`, or as soon as `size` entries wait. Beyond `most` the oldest are dropped. */
export type BatchOptions<Entry> = { name: string; everyMs: number; size: number; most: number; write: (entries: Entry[]) => Promise<void> };

/** Adds one entry to a batch that is written later, off the caller's path. */
export function addToBatch<Entry>(options: BatchOptions<Entry>, entry: Entry): void {
  const batch = openBatch(options.name);
  batch.waiting.push(entry);
  if (batch.waiting.length > options.most) batch.waiting.shift();
  if (!batch.running) plan(options, batch);
}

/** Writes what waits; resolves when nothing waits any more. `write` answers for its own failures. */
export async function flushBatch<Entry>(options: BatchOptions<Entry>): Promise<void> {
  const batch = openBatch(options.name);
  while (batch.running || batch.waiting.length > 0) await (batch.running ?? writeNext(options, batch));
}

/** What comes while a batch is written waits its time as well: else a busy process writes a handful of entries at a time, one batch behind the other. */
function plan<Entry>(options: BatchOptions<Entry>, batch: Batch): void {
  if (batch.waiting.length >= options.size) void writeNext(options, batch);
  else if (batch.waiting.length > 0) batch.timer ??= setTimeout(() => void writeNext(options, batch), options.everyMs).unref();
}

function writeNext<Entry>(options: BatchOptions<Entry>, batch: Batch): Promise<void> {
  clearTimeout(batch.timer);
  batch.timer = undefined;
  batch.running = options.write(batch.waiting.splice(0, options.size) as Entry[]).finally(() => {
    batch.running = undefined;
    plan(options, batch);
  });
  return batch.running;
}

function openBatch(name: string): Batch {
  const known = batches.get(name) ?? { waiting: [], timer: undefined, running: undefined };
  batches.set(name, known);
  return known;
}
