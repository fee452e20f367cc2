import type { JWK } from "jose";

/** How long a verifier may keep the published keys before it looks again, and so how long a key is announced before it signs. */
export const PUBLISHED_SECONDS = 300;

/** A retired key stays published for so long: a JWT that it signed may be exchanged for a fresh one until then. */
export const RETIRED_DAYS = 30;

/** "signing" in ASCII: whoever makes or turns keys holds this lock. */
export const SIGNING_LOCK = 0x7369676e696e67;

/** A key pair as people see it: never the private half. */
export type SigningKey = {
  id: string;
  state: "next" | "current" | "retired";
  publicJwk: JWK;
  createdAt: Date;
  activatedAt: Date | null;
  retiredAt: Date | null;
  /** When a retired key leaves the published set. */
  withdrawnAt: Date | null;
};

/** Which key signs since a rotation, and which one did before. */
export type Rotation = { currentId: string; retiredId: string | null };

/** The columns of a SigningKey. */
export const SIGNING_KEY_COLUMNS = `
  id, state::text AS state, public_jwk AS "publicJwk", created_at AS "createdAt", activated_at AS "activatedAt", retired_at AS "retiredAt", withdrawn_at AS "withdrawnAt"`;
