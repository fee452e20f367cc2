import type { FailureCause } from "@/lib/contracts/activity";

/** Where in the IdP something is mended; its menu path in each IdP's words is in `menus.json`. */
export const fixPlaces = ["credentials", "mappings", "username", "assignments", "groups", "lifecycle", "retry", "status"] as const;
export type FixPlaceName = (typeof fixPlaces)[number];

/** The cause of a failed call -> where its fix is made. Causes that are not the IdP's to mend have no place. */
export const causePlaces: Partial<Record<FailureCause, FixPlaceName>> = {
  token_missing: "credentials",
  token_basic: "credentials",
  token_twice: "credentials",
  token_wrong: "credentials",
  token_spaced: "credentials",
  token_wrapped: "credentials",
  token_cut: "credentials",
  token_other_connection: "credentials",
  token_rotated: "credentials",
  token_cancelled: "credentials",
  token_replaced: "credentials",
  token_revoked: "credentials",
  token_expired: "credentials",
  token_is_client_secret: "credentials",
  token_is_refresh_token: "credentials",
  basic_off: "credentials",
  basic_token: "credentials",
  basic_wrong: "credentials",
  url_wrong: "credentials",
  path_users: "credentials",
  access_token_ended: "retry",
  path_flag: "credentials",
  path_doubled: "credentials",
  path_unknown: "credentials",
  method: "credentials",
  duplicate_user: "assignments",
  duplicate_group: "groups",
  user_unknown: "assignments",
  group_unknown: "groups",
  member_unknown: "assignments",
  filter: "username",
  patch_path: "mappings",
  body: "mappings",
  value: "mappings",
  too_large: "groups",
  paused: "retry",
  server: "retry",
  refused: "retry",
};
