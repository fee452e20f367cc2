import type { RolesOfMember } from "../roles/find-effective-roles";

export type MemberState = "invited" | "active" | "deactivated" | "deleted";

/** A person as one connection knows them. */
export type MemberRegistration = {
  /** The SCIM id. */
  id: string;
  connectionId: string;
  connectionName: string;
  identityProvider: string;
  userName: string;
  externalId: string | null;
  active: boolean;
  /** The IdP says inactive, and a decision about a mass departure or a move keeps the person active. */
  keptActive: boolean;
  /** What the IdP said, in SCIM's spelling. */
  attributes: Record<string, unknown>;
  createdAt: string;
  updatedAt: string;
};

/** A member with everything that pages and the API show of one. Times are ISO 8601 in UTC. */
export type MemberRecord = {
  id: string;
  organizationId: string;
  status: MemberState;
  origin: "direct" | "scim";
  email: string;
  emailVerified: boolean;
  name: string;
  externalId: string | null;
  trustedMetadata: Record<string, unknown>;
  untrustedMetadata: Record<string, unknown>;
  createdAt: string;
  updatedAt: string;
  deletedAt: string | null;
  /** The ones in use first, then the newest. */
  registrations: MemberRegistration[];
} & RolesOfMember;
