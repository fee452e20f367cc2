/** A page without `count`, and the most that `count` may ask for. */
export const pageLimits = { defaultCount: 100, maxCount: 1000 };

/** The largest body of a request: 1 MiB. */
export const bodyLimit = 1024 * 1024;

/** The largest bulk job: 4 MiB, 1000 operations. */
export const bulkLimits = { maxOperations: 1000, maxPayloadSize: 4 * 1024 * 1024 };
