import { pool } from "@/lib/db/client";

const NOTE = `UPDATE trusted_issuer SET last_used_at = now() WHERE id = $1 AND (last_used_at IS NULL OR last_used_at < now() - interval '1 minute')`;

/** Notes that a trusted issuer's token was taken, to the minute. */
export async function noteIssuerUse(id: string): Promise<void> {
  await pool().query({ name: "note-issuer-use", text: NOTE, values: [id] });
}
