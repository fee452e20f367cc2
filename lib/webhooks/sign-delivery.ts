import { Webhook } from "standardwebhooks";
import { unseal } from "@/lib/seal";

/**
 * The headers of a delivery: Standard Webhooks' set and Svix's, which its verifiers read. One signature a live secret, so that
 * receivers verify with the old or the new one while a rotation is open. The id stays the same over retries.
 */
export function signDelivery(id: string, at: Date, body: string, secrets: readonly Buffer[]): Record<string, string> {
  const signature = secrets.map((secret) => new Webhook(unseal(secret)).sign(id, at, body)).join(" ");
  const timestamp = String(Math.floor(at.getTime() / 1000));
  return {
    "webhook-id": id,
    "webhook-timestamp": timestamp,
    "webhook-signature": signature,
    "svix-id": id,
    "svix-timestamp": timestamp,
    "svix-signature": signature,
  };
}
