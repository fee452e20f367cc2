import { pool } from "@/lib/db/client";
import { hashSecret } from "@/lib/secret";

/** Ends what one browser may do with a set-up link; the link itself stays. */
export async function leaveSetupLink(secret: string | undefined): Promise<void> {
  if (secret) await pool().query("UPDATE setup_link_use SET expires_at = least(expires_at, now()) WHERE secret_hash = $1", [hashSecret(secret)]);
}
