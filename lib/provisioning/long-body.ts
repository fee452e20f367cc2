import { type FileHandle, open, unlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { uuidv7 } from "uuidv7";
import { log } from "@/lib/log";

/** A body that is written as it is read from the database: of its text no more than `heldBytes` are in memory. */
export type LongBody = {
  /** In bytes. */
  length: number;
  /** How it begins, for the log. */
  start: string;
  /** Its bytes in order, some at a time. To be read once: then nothing of it is left. */
  read: () => AsyncGenerator<Buffer, void>;
  /** Lets go of it unread. */
  discard: () => Promise<void>;
};

/** Up to here a body is held in memory; what is longer waits in a temporary file. */
export const heldBytes = 4 * 1024 * 1024;
const startBytes = 64 * 1024;
const partBytes = 256 * 1024;

/**
 * Writes a body of unknown length: `write` puts text after text. It is complete, with its length known and the database free again, before the
 * first byte is sent, so that an error on the way is an answer like any other and a slow client holds nobody up.
 */
export async function writeLongBody(write: (put: (text: string) => Promise<void>) => Promise<void>): Promise<LongBody> {
  const spool = new Spool();
  try {
    await write((text) => spool.put(text));
  } catch (error) {
    await spool.close();
    throw error;
  }
  return { length: spool.length, start: spool.start(), read: () => spool.read(), discard: () => spool.close() };
}

class Spool {
  length = 0;
  private held: Buffer[] = [];
  private heldLength = 0;
  private first: Buffer | null = null;
  private file: FileHandle | null | undefined;
  private filed = 0;

  async put(text: string): Promise<void> {
    const bytes = Buffer.from(text);
    this.held.push(bytes);
    this.heldLength += bytes.length;
    this.length += bytes.length;
    if (this.heldLength > heldBytes) await this.flush();
  }

  start(): string {
    return (this.first ?? Buffer.concat(this.held).subarray(0, startBytes)).toString();
  }

  async *read(): AsyncGenerator<Buffer, void> {
    try {
      for (let at = 0; this.file && at < this.filed; ) {
        const { buffer, bytesRead } = await this.file.read(Buffer.allocUnsafe(Math.min(partBytes, this.filed - at)), 0, null, at);
        if (bytesRead === 0) throw new Error("a temporary file became shorter");
        at += bytesRead;
        yield buffer.subarray(0, bytesRead);
      }
      yield* this.held;
    } finally {
      await this.close();
    }
  }

  async close(): Promise<void> {
    const { file } = this;
    this.held = [];
    this.file = null;
    await file?.close();
  }

  private async flush(): Promise<void> {
    if (this.file === undefined) this.file = await openNameless();
    // Without a place for it the body stays in memory: it is still right.
    if (this.file === null) return;
    const bytes = Buffer.concat(this.held);
    this.first ??= Buffer.from(bytes.subarray(0, startBytes));
    await this.file.writeFile(bytes);
    this.filed += bytes.length;
    this.held = [];
    this.heldLength = 0;
  }
}

/** A file that nobody else can open and that is gone with its handle, whatever becomes of the process. */
async function openNameless(): Promise<FileHandle | null> {
  const name = path.join(tmpdir(), `rollcall-${uuidv7()}`);
  try {
    const file = await open(name, "wx+", 0o600);
    await unlink(name);
    return file;
  } catch (error) {
    log().warn({ error }, "there is no place for a temporary file: a long answer is held in memory");
    return null;
  }
}
