import { clock } from "@/lib/clock";
import { DomainError } from "@/lib/errors";

const dayMs = 24 * 60 * 60 * 1000;
const longestDays = 3650;

/** When a token ends that is asked for with one of these fields, or null for never. Throws `invalid` for a moment that is past or more than ten years ahead. */
export function readTokenEnd({ token_expires_in_days: days, token_expires_at: at }: { token_expires_in_days?: number | undefined; token_expires_at?: string | undefined }): Date | null {
  const now = clock.now().getTime();
  if (days !== undefined) return new Date(now + days * dayMs);
  if (at === undefined) return null;
  const end = new Date(at);
  if (end.getTime() > now && end.getTime() <= now + longestDays * dayMs) return end;
  throw new DomainError("invalid", "invalid_request", "A token can end in at most ten years, and not in the past.", { fields: { token_expires_at: "must be ahead, by at most ten years" } });
}
