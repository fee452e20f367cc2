/** Upper ends of the classes of `connection_activity.durations` in milliseconds; one more class is open. */
export const durationClasses = [5, 10, 25, 50, 100, 250, 500, 1000] as const;
