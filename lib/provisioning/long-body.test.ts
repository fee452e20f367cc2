import { createHash } from "node:crypto";
import { readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { describe, expect, it } from "vitest";
import { heldBytes, writeLongBody } from "./long-body";

const text = (at: number) => `${String(at).padStart(8, "0")}ä`.repeat(6_000);
const times = Math.ceil((3 * heldBytes) / Buffer.byteLength(text(0)));

async function write(): ReturnType<typeof writeLongBody> {
  return writeLongBody(async (put) => {
    for (let at = 0; at < times; at += 1) await put(text(at));
  });
}

const temporaryFiles = async (): Promise<string[]> => (await readdir(tmpdir())).filter((name) => name.startsWith("rollcall-0"));

describe("A body that is longer than what is held in memory", () => {
  it("comes back whole and in order, in small parts, with its length and its beginning known before", async () => {
    const body = await write();
    const [whole, read] = [createHash("sha256"), createHash("sha256")];
    for (let at = 0; at < times; at += 1) whole.update(text(at));
    let length = 0;
    for await (const part of body.read()) {
      expect(part.length).toBeLessThanOrEqual(heldBytes);
      length += part.length;
      read.update(part);
    }
    expect([length, read.digest("hex")]).toEqual([body.length, whole.digest("hex")]);
    expect(text(0).startsWith(body.start.slice(0, 1000))).toBe(true);
  });

  it("leaves no file behind, neither read, nor half read, nor unread, nor when writing fails", async () => {
    const before = await temporaryFiles();
    const [unread, half] = [await write(), await write()];
    await unread.discard();
    for await (const part of half.read()) if (part.length > 0) break;
    await half.discard();
    await expect(writeLongBody(async (put) => { await put("x".repeat(heldBytes + 1)); throw new Error("the database is gone"); })).rejects.toThrow("the database is gone");
    expect(await temporaryFiles()).toEqual(before);
  });
});
