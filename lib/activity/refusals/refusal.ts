/** Why a credential was refused. */
export type RefusalCode =
  | "token_missing"
  | "token_twice"
  | "token_spaced"
  | "token_wrapped"
  | "token_cut"
  | "token_other_connection"
  | "token_rotated"
  | "token_cancelled"
  | "token_replaced"
  | "token_revoked"
  | "token_expired"
  | "access_token_ended"
  | "token_is_client_secret"
  | "token_is_refresh_token"
  | "token_wrong"
  | "basic_off"
  | "basic_token"
  | "basic_wrong"
  | "url_wrong";

/** What is kept of it: never any part of a credential but the last four of one of the organization's own. */
export type Refusal = {
  code: RefusalCode;
  /** token_other_connection: the connection of the same organization that the token belongs to. */
  connection?: string;
  last_four?: string;
  /** When it ended. */
  at?: string;
  /** token_cut: how many characters came, and how many a token has. */
  arrived?: number;
  whole?: number;
};
