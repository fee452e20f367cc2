import { createHash } from "node:crypto";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { clock } from "@/lib/clock";
import { pool } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";

const WINDOW_SECONDS = 15 * 60;

/** Attempts a quarter of an hour. An address may be a whole office behind one router: it gets more. */
const POINTS = {
  "password-email": 10,
  "password-address": 60,
  "link-email": 5,
  "link-address": 30,
  "form-address": 30,
} as const;

export type AttemptKind = keyof typeof POINTS;

/**
 * Counts one attempt in PostgreSQL, so that all replicas count together. Counting comes before the check, so that
 * attempts sent at the same moment cannot slip through.
 * @throws DomainError `limited` with `details.retry_after_seconds`
 */
export async function countAttempt(kind: AttemptKind, subject: string): Promise<void> {
  try {
    await limiter(kind).consume(keyOf(subject));
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    const seconds = Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    throw new DomainError("limited", "too_many_requests", "Too many attempts. Wait a few minutes, then try again.", {
      retry_after_seconds: seconds,
    });
  }
}

/** Gives an attempt back that turned out to be right; for an e-mail the count starts anew. */
export async function forgiveAttempt(kind: AttemptKind, subject: string): Promise<void> {
  const counter = limiter(kind);
  if (kind.endsWith("-email")) await counter.delete(keyOf(subject));
  else await counter.reward(keyOf(subject), 1);
  await pool().query("DELETE FROM rate_limit WHERE expire < $1", [clock.now().getTime()]);
}

function limiter(kind: AttemptKind): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient: pool(),
    storeType: "pool",
    tableName: "rate_limit",
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix: kind,
    points: POINTS[kind],
    duration: WINDOW_SECONDS,
  });
}

/** E-mail addresses are hashed: the table keeps no list of who tried, and keys stay short. */
function keyOf(subject: string): string {
  return createHash("sha256").update(subject.trim().toLowerCase()).digest("base64url").slice(0, 32);
}
