import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { clock } from "@/lib/clock";
import { pool } from "./client";

/** How much a subject may do: `points` in each window of `seconds`, over all processes together. */
export type Allowance = { kind: string; points: number; seconds: number };

type Lease = { left: number; until: number; blockedUntil: number; pending: Promise<void> | undefined };

// Shared by both module graphs (see client.ts).
const leases = ((globalThis as { rollcallLeases?: Map<string, Lease> }).rollcallLeases ??= new Map<string, Lease>());
const mostLeases = 10_000;

/**
 * Spends one point. Points are counted in PostgreSQL, but taken from there by the lease, since a write for each request would
 * cost more than most requests: a process may be short by what others hold, never over. Returns the seconds to wait, 0 for go on.
 */
export async function spendPoint(allowance: Allowance, subject: string): Promise<number> {
  const lease = findLease(`${allowance.kind}:${subject}`);
  for (;;) {
    const now = clock.now().getTime();
    if (lease.blockedUntil > now) return Math.ceil((lease.blockedUntil - now) / 1000);
    if (lease.left > 0 && lease.until > now) {
      lease.left -= 1;
      return 0;
    }
    lease.pending ??= takeLease(allowance, subject, lease).finally(() => (lease.pending = undefined));
    await lease.pending;
  }
}

function findLease(key: string): Lease {
  const known = leases.get(key);
  if (known) return known;
  if (leases.size >= mostLeases) leases.clear();
  const lease: Lease = { left: 0, until: 0, blockedUntil: 0, pending: undefined };
  leases.set(key, lease);
  return lease;
}

async function takeLease({ kind, points, seconds }: Allowance, subject: string, lease: Lease): Promise<void> {
  const size = Math.min(500, Math.max(1, Math.floor(points / 200)));
  const limiter = new RateLimiterPostgres({
    storeClient: pool(),
    storeType: "pool",
    tableName: "rate_limit",
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix: kind,
    points,
    duration: seconds,
  });
  const now = clock.now().getTime();
  try {
    const { msBeforeNext } = await limiter.consume(subject, size);
    Object.assign(lease, { left: size, until: now + msBeforeNext, blockedUntil: 0 });
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    Object.assign(lease, { left: 0, until: 0, blockedUntil: now + Math.max(1, refused.msBeforeNext) });
  }
}
