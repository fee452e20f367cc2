import type { FixPlaceName } from "@/components/activity/cause-places";
import type { FindingCode } from "@/lib/contracts/health";

/** A finding -> where it is mended: a place in the IdP, or a page of the connection here. */
export const findingPlaces: Record<FindingCode, { idp?: FixPlaceName; here?: "overview" | "setup" | "roles" | "activity" | "settings" }> = {
  external_id_not_guid: { idp: "mappings" },
  user_name_not_email: { idp: "username" },
  no_work_email: { idp: "mappings" },
  tombstone_names: { idp: "retry" },
  duplicate_emails: { idp: "assignments" },
  people_without_role: { idp: "assignments", here: "roles" },
  group_without_role: { here: "roles" },
  mapped_group_empty: { idp: "assignments" },
  mapped_group_missing: { idp: "groups", here: "roles" },
  same_group_name: { idp: "groups" },
  entra_flag_missing: { idp: "credentials", here: "setup" },
  string_booleans: { idp: "mappings" },
  attributes_ignored: { idp: "mappings", here: "settings" },
  members_unknown: { idp: "assignments", here: "activity" },
  user_conflicts: { idp: "assignments", here: "activity" },
  group_conflicts: { idp: "groups", here: "activity" },
  wrong_token: { idp: "credentials", here: "overview" },
  server_errors: { idp: "retry", here: "activity" },
  rate_limited: { idp: "retry" },
  token_expiring: { idp: "credentials", here: "overview" },
  rotation_open: { here: "overview" },
  contact_overdue: { idp: "status" },
  quarantine_likely: { idp: "status", here: "activity" },
  refused_storm: { here: "activity" },
  nobody_pushed: { idp: "assignments" },
  no_update_seen: { idp: "lifecycle" },
  no_deactivation_seen: { idp: "lifecycle" },
  new_network: { here: "overview" },
};
