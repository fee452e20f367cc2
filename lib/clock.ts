/** The present moment. The one place that reads the clock, so that tests may set it. */
export const clock = { now: (): Date => new Date() };
