/** A receiver of events, as the domain reads it. Empty lists mean all. */
export type WebhookEndpoint = {
  id: string;
  url: string;
  description: string;
  eventTypes: string[];
  organizationIds: string[];
  status: "active" | "paused" | "failing";
  failingSince: Date | null;
  createdAt: Date;
  secretCount: number;
  /** When the old one of two secrets ends. */
  oldSecretEndsAt: Date | null;
  pendingCount: number;
  lastDeliveredAt: Date | null;
};
