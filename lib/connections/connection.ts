import type { IdentityProvider } from "@/lib/contracts/connection";

export type ConnectionStatus = "active" | "paused" | "deleted";

/** A live token of a connection: what may be known of it. */
export type LiveToken = {
  id: string;
  slot: "current" | "next";
  lastFour: string;
  createdAt: Date;
  expiresAt: Date | null;
  lastUsedAt: Date | null;
  callCount: number;
};

/** What real traffic has shown of a connection. */
export type Contact = {
  firstContactAt: Date | null;
  lastContactAt: Date | null;
  credentialTestAt: Date | null;
  firstUserAt: Date | null;
  firstUpdateAt: Date | null;
  firstGroupAt: Date | null;
  firstMembershipAt: Date | null;
  firstDeactivationAt: Date | null;
  lastFailureAt: Date | null;
  /** By the name of a time above, what was seen then. */
  sightings: Record<string, Sighting>;
  /** Entra speaks its old dialect: its URL lacks the flag. */
  flagMissing: boolean;
  requestCount: number;
  failureCount: number;
};

/** What showed something first. `subject`: present user name, group name, or last four of the token. */
export type Sighting = { requestId: string; way: string | null; userAgent: string | null; subject: string | null };

/** One IdP directory linked to an organization, as the domain reads it. */
export type Connection = {
  id: string;
  organizationId: string;
  displayName: string;
  identityProvider: IdentityProvider;
  status: ConnectionStatus;
  createdAt: Date;
  tokenCopiedAt: Date | null;
  /** False: privacy mode of this connection. */
  callBodiesKept: boolean;
  /** Live tokens, current first. */
  tokens: LiveToken[];
  contact: Contact;
  counts: { people: number; activePeople: number; groups: number; mappings: number; findings: number };
};

/** A connection right after a token was made: the one moment that the token itself is known. */
export type ConnectionWithToken = { connection: Connection; bearerToken: string };
