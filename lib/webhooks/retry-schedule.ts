const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Pause before each try, the first at once: ten tries over more than three days. */
const PAUSES = [0, 5 * SECOND, MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 8 * HOUR, 24 * HOUR, 24 * HOUR, 24 * HOUR];

const JITTER = 0.1;

/**
 * When to try again after `attempts` failed ones: milliseconds, up to a tenth more or less, so that what failed together does
 * not come back together. Null when all tries are used up. `random` gives a number from 0 to 1.
 */
export function pauseBeforeRetry(attempts: number, random: () => number = Math.random): number | null {
  const pause = PAUSES[attempts];
  if (pause === undefined) return null;
  return Math.round(pause * (1 - JITTER + 2 * JITTER * random()));
}
