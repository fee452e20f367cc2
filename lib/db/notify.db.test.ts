import { randomUUID } from "node:crypto";
import { afterEach, expect, test, vi } from "vitest";
import { closeLive, type LiveMessage, publishLive, subscribeLive } from "./notify";

afterEach(closeLive);

/** Subscribes and gives what comes. */
function listen(organization: string): LiveMessage[] {
  const heard: LiveMessage[] = [];
  subscribeLive(organization, (message) => heard.push(message));
  return heard;
}

test("whoever subscribes before the connection listens hears once that everything may have changed", async () => {
  const heard = listen(randomUUID());
  await expect.poll(() => heard.length).toBe(1);
  expect(heard[0]?.topics).toContain("members");
});

test("what was said just before somebody subscribed is told to them once, with all its topics, and nobody else's", async () => {
  const [acme, globex, connection] = [randomUUID(), randomUUID(), randomUUID()];
  const first = listen(acme);
  await expect.poll(() => first.length).toBe(1);
  // Long enough after the connection began to listen.
  const clock = vi.spyOn(performance, "now").mockImplementation(() => Date.now());
  try {
    await publishLive({ organization_id: acme, connection_id: connection, topics: ["requests"] });
    await publishLive({ organization_id: acme, connection_id: connection, topics: ["members"] });
    await expect.poll(() => first.length).toBe(3);
    expect(listen(acme)).toEqual([{ organization_id: acme, connection_id: connection, topics: ["requests", "members"] }]);
    expect(listen(globex)).toEqual([]);
    clock.mockImplementation(() => Date.now() + 3_001);
    expect(listen(acme)).toEqual([]);
  } finally {
    clock.mockRestore();
  }
});
