import type { RecordedRequest } from "./record-request";

/** What a batch of calls says of one repair on one connection, as a row of `connection_quirk`. */
export type CountedQuirk = { connection_id: string; code: string; count: number; first_at: Date; last_at: Date; last_request_id: string; sample: string | null };

/** Sums up the repairs of a batch, in the order of their keys so that processes lock rows in one order. */
export function describeQuirks(requests: readonly RecordedRequest[], clean: (text: string, length: number) => string): CountedQuirk[] {
  const counted = new Map<string, CountedQuirk>();
  for (const { connectionId, id, receivedAt, quirks } of requests) {
    for (const { code, count, sample } of quirks) {
      const key = `${connectionId.toLowerCase()} ${code}`;
      const known = counted.get(key) ?? { connection_id: connectionId, code, count: 0, first_at: receivedAt, last_at: receivedAt, last_request_id: id, sample: null };
      counted.set(key, {
        ...known,
        count: known.count + count,
        last_at: receivedAt,
        last_request_id: id,
        sample: sample === undefined ? known.sample : clean(sample, 200),
      });
    }
  }
  return [...counted.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, quirk]) => quirk);
}
