import { randomUUID } from "node:crypto";
import { afterEach, expect, test, vi } from "vitest";
import { clock } from "@/lib/clock";
import { closeLive, type LiveMessage, publishLive, subscribeLive } from "./notify";
import { pool } from "./client";

const start = Date.now();
let time = start;
vi.spyOn(clock, "now").mockImplementation(() => new Date(time));

afterEach(async () => {
  await closeLive();
  time = start;
});

/** Subscribes and gives what comes. */
function listen(organization: string, since?: Date): LiveMessage[] {
  const heard: LiveMessage[] = [];
  subscribeLive(organization, (message) => heard.push(message), since);
  return heard;
}

/** A page that is there from the beginning, so that the others find a connection that listens. */
async function openFirst(organization: string): Promise<LiveMessage[]> {
  const heard = listen(organization, new Date(time));
  await expect.poll(() => heard.length).toBe(1);
  return heard;
}

test("a page that was rendered before this process listened hears that everything may have changed, whoever only listens does not", async () => {
  const organization = randomUUID();
  const plain = listen(organization);
  const rendered = await openFirst(organization);
  expect(rendered[0]?.topics).toEqual(expect.arrayContaining(["members", "groups", "connection", "requests", "roles"]));
  expect(plain).toEqual([]);
});

test("a page hears what was said since it was rendered, by topic, and nothing older or of another organization", async () => {
  const [acme, globex, connection] = [randomUUID(), randomUUID(), randomUUID()];
  const first = await openFirst(acme);
  time += 10_000;
  await publishLive({ organization_id: acme, connection_id: connection, topics: ["requests"] });
  await expect.poll(() => first.length).toBe(2);
  time += 10_000;
  await publishLive({ organization_id: acme, connection_id: connection, topics: ["members"] });
  await expect.poll(() => first.length).toBe(3);
  const pages = [15_000, 5_000, 25_000].map((ago) => listen(acme, new Date(start + ago)));
  const other = listen(globex, new Date(start + 5_000));
  await expect.poll(() => pages[1]?.length).toBe(1);
  const said = (...topics: string[]) => [{ organization_id: acme, connection_id: connection, topics }];
  expect(pages).toEqual([said("members"), said("requests", "members"), []]);
  expect(other).toEqual([]);
});

test("after its connection was cut, whoever listens hears that everything may have changed, and what is said from then on", async () => {
  const organization = randomUUID();
  const heard = await openFirst(organization);
  await pool().query("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'rollcall live' and datname = current_database()");
  await publishLive({ organization_id: organization, topics: ["groups"] });
  await expect.poll(() => heard.length, { timeout: 5_000 }).toBe(2);
  expect(heard[1]?.topics).toHaveLength(5);
  await publishLive({ organization_id: organization, topics: ["roles"] });
  await expect.poll(() => heard.length).toBe(3);
});
