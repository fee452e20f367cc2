import { clock } from "@/lib/clock";
import type { WireSigningKey } from "@/lib/contracts/session";
import type { SigningKey } from "./signing-key";

/** A signing key as the operator console and the API show it: never any of the key itself. */
export function presentSigningKey({ id, state, createdAt, activatedAt, retiredAt, withdrawnAt }: SigningKey): WireSigningKey {
  return {
    key_id: id,
    state,
    published: withdrawnAt === null || withdrawnAt > clock.now(),
    created_at: createdAt.toISOString(),
    activated_at: activatedAt?.toISOString() ?? null,
    retired_at: retiredAt?.toISOString() ?? null,
    withdrawn_at: withdrawnAt?.toISOString() ?? null,
  };
}
