import { durationClasses } from "./duration-classes";
import type { RecordedRequest } from "./record-request";

/** What a batch of calls adds to one hour of one connection, as a row of `connection_activity`. */
export type ActivityHour = {
  connection_id: string;
  hour: Date;
  calls: number;
  changes: number;
  unauthorized: number;
  refused: number;
  limited: number;
  failed: number;
  durations: number[];
};

const hourMs = 3_600_000;

/** Counts a batch by connection and hour, in the order of their keys so that processes lock rows in one order. */
export function describeActivity(requests: readonly RecordedRequest[]): ActivityHour[] {
  const hours = new Map<string, ActivityHour>();
  for (const request of requests) {
    const hour = Math.floor(request.receivedAt.getTime() / hourMs) * hourMs;
    const key = `${request.connectionId.toLowerCase()} ${hour}`;
    const counted = hours.get(key) ?? emptyHour(request.connectionId, hour);
    hours.set(key, counted);
    count(counted, request);
  }
  return [...hours.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, counted]) => counted);
}

function emptyHour(connectionId: string, hour: number): ActivityHour {
  return { connection_id: connectionId, hour: new Date(hour), calls: 0, changes: 0, unauthorized: 0, refused: 0, limited: 0, failed: 0, durations: Array<number>(durationClasses.length + 1).fill(0) };
}

function count(hour: ActivityHour, { status, method, durationMs }: RecordedRequest): void {
  hour.calls += 1;
  if (status >= 500) hour.failed += 1;
  else if (status === 429) hour.limited += 1;
  else if (status === 401) hour.unauthorized += 1;
  else if (status >= 400) hour.refused += 1;
  else if (method !== "GET" && method !== "HEAD") hour.changes += 1;
  const place = durationClasses.findIndex((end) => durationMs <= end);
  const index = place === -1 ? durationClasses.length : place;
  hour.durations[index] = (hour.durations[index] ?? 0) + 1;
}
