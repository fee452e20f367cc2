import { createHmac, createSecretKey, type KeyObject } from "node:crypto";
import { unseal } from "@/lib/seal";

/** The key of a sealed signing secret: what is behind `whsec_`, in base64. */
export function openKey(sealed: Buffer): KeyObject {
  return createSecretKey(unseal(sealed).replace(/^whsec_/, ""), "base64");
}

/**
 * The headers of a delivery: Standard Webhooks' set and Svix's, which its verifiers read. One signature a live secret, so that
 * receivers verify with the old or the new one while a rotation is open. The id stays the same over retries.
 */
export function signDelivery(id: string, at: Date, body: Buffer, keys: readonly KeyObject[]): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  // What Standard Webhooks asks for, by the runtime's own SHA-256: its library brings one in JavaScript.
  const signature = keys.map((key) => `v1,${createHmac("sha256", key).update(`${id}.${timestamp}.`).update(body).digest("base64")}`).join(" ");
  return {
    "webhook-id": id,
    "webhook-timestamp": timestamp,
    "webhook-signature": signature,
    "svix-id": id,
    "svix-timestamp": timestamp,
    "svix-signature": signature,
  };
}
