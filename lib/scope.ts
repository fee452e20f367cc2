declare const scoped: unique symbol;

/** Who acts: shown in the audit. `id` is a user, credential or connection id; `label` what people read. */
export type Actor = {
  type: "user" | "credential" | "setup_link" | "connection" | "command_line" | "system";
  id: string | null;
  label: string;
  remoteAddress: string | null;
};

/** The right to touch one organization's rows. Made only by `lib/auth` (and by the command line and tests through it). */
export type OrganizationScope = {
  readonly organizationId: string;
  readonly actor: Actor;
  /** A set-up link's: this one connection and no other; null before it has made it. Undefined: all of the organization. */
  readonly onlyConnection?: string | null;
  readonly [scoped]: "organization";
};

/** The right to touch the whole installation: operators, API credentials, the command line. Made only by `lib/auth`. */
export type InstallationScope = { readonly actor: Actor; readonly [scoped]: "installation" };

/** The right of an IdP to provision through one connection. Made only by `lib/auth/authenticate-connection`. */
export type ConnectionScope = {
  readonly organizationId: string;
  readonly connectionId: string;
  /** Null where no token was shown: an administrator repeats a call. */
  readonly tokenId: string | null;
  /** The call that this scope was made for: events name it. */
  readonly requestId: string;
  readonly identityProvider: string;
  /** Public base URL of this connection's SCIM endpoint, without a trailing slash. */
  readonly baseUrl: string;
  readonly [scoped]: "connection";
};
