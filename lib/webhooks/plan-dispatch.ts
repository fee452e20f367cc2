import { PER_ENDPOINT } from "./lane";

/** How an endpoint stands: places that it has free, and whether it answered a moment ago, or has nothing to do. `proven`: it has answered since it last failed. */
export type Standing = { room: number; keepsUp: boolean; proven: boolean };

/** What a dispatch is planned by: `results` are how many tries the database can still take results of, `waitedMs` how long ago the last dispatch was. */
export type Outlook = { lanes: readonly Standing[]; results: number; most: number; waitedMs: number };

/** While an endpoint that keeps up has little room left, events wait for it this long: what goes to it at once costs half of what is written down first. */
export const PATIENCE_MS = 250;

/** So long while nobody has room: all that is written down must be claimed before anything else, and keeps everybody from room. */
const LONG_PATIENCE_MS = 2000;
const LITTLE_ROOM = PER_ENDPOINT / 2;

/**
 * How many events to number now, 0 to wait. As many as those endpoints take that keep up; for the others, and for whom there is not enough room, deliveries
 * become rows. One that has not answered yet holds nobody up who has. Written down for everybody (a slow database, one silent endpoint among fast ones), events
 * would come back as claims that take all the room that the next ones need: three times the work for each, for as long as more come.
 */
export function planDispatch({ lanes, results, most, waitedMs }: Outlook): number {
  if (results < LITTLE_ROOM) return 0;
  const keeping = lanes.filter((lane) => lane.keepsUp);
  if (keeping.length === 0) return most;
  const someProven = keeping.some((lane) => lane.proven);
  const rooms = keeping.filter((lane) => lane.proven || !someProven || lane.room >= LITTLE_ROOM).map((lane) => lane.room);
  const [least, widest] = [Math.min(most, results, ...rooms), Math.min(most, results, Math.max(...rooms))];
  if (least >= LITTLE_ROOM) return least;
  if (waitedMs < PATIENCE_MS) return 0;
  if (widest >= LITTLE_ROOM) return widest;
  return waitedMs < LONG_PATIENCE_MS ? 0 : most;
}
