/** A person's resource as the IdP wrote it: canonical attribute names, extensions under their URN. */
export type Attributes = { [attribute: string]: JsonValue };

/** Any JSON value. */
export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };

/** A group as a person's page names it. */
export type GroupReference = { id: string; display: string; type: "direct" | "indirect" };

/** A person of the same connection whom another one's attributes name. */
export type PersonReference = { id: string; display: string };

/** A registration as it is read: what the IdP wrote, and what the server says about it. */
export type StoredRegistration = {
  id: string;
  memberId: string;
  attributes: Attributes;
  /** Whether it keeps the member active: what the IdP said, unless it is kept. */
  active: boolean;
  /** The IdP said inactive, and a person or a move of the connection keeps it active. */
  kept: boolean;
  /** An inactivation by the IdP waits for a person's decision. Only where groups were asked for. */
  held?: boolean;
  version: number;
  createdAt: Date;
  updatedAt: Date;
  /** The manager whom the attributes name, where that is somebody of this connection. */
  manager: PersonReference | null;
  /** Only where they were asked for. */
  groups?: GroupReference[];
};

/** What a write stores: the resource, the columns that are searched, and what it means for the member. */
export type RegistrationProfile = {
  userName: string;
  externalId: string | null;
  active: boolean;
  /** See `StoredRegistration`; left out: no. */
  kept?: boolean;
  attributes: Attributes;
  /** E-mail and name of the member; null keeps what is there. */
  email: string | null;
  name: string | null;
  /** What the event tells beside the member's own fields. */
  described: Record<string, unknown>;
};

/** What the row said after a write. */
export type WrittenRegistration = { id: string; version: number; createdAt: Date; updatedAt: Date; manager: PersonReference | null };

export type RegistrationRow = {
  id: string;
  member_id: string;
  attributes: Attributes;
  active: boolean;
  kept_active: boolean;
  held?: boolean;
  version: number;
  created_at: Date;
  updated_at: Date;
  manager: PersonReference | null;
  groups?: GroupReference[] | null;
};

/** Row to value. */
export function readRegistrationRow(row: RegistrationRow): StoredRegistration {
  return {
    id: row.id,
    memberId: row.member_id,
    attributes: row.attributes,
    active: row.active,
    kept: row.kept_active,
    ...(row.held === undefined ? {} : { held: row.held }),
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    manager: row.manager,
    ...(row.groups === undefined ? {} : { groups: row.groups ?? [] }),
  };
}
