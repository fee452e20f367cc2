import { expect, test } from "vitest";
import { newId } from "./new-id";

test("ids are UUIDs of version 7 of this moment, in the order in which they are made, and no two are the same", () => {
  const before = Date.now();
  const ids = Array.from({ length: 5000 }, newId);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(new Set(ids).size).toBe(5000);
  expect([...ids].sort()).toEqual(ids);
  const at = Number.parseInt((ids[0] ?? "").replaceAll("-", "").slice(0, 12), 16);
  expect(at).toBeGreaterThanOrEqual(before);
  expect(at).toBeLessThanOrEqual(Date.now());
  // What is random differs from its neighbour's.
  expect(new Set(ids.map((id) => id.slice(-12))).size).toBeGreaterThan(4990);
});
