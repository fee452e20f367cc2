import { type HealthRule, peopleRule } from "./rule";

const guid = "'^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$'";
const tombstone = "'^[0-9a-f]{32}[^@]*@'";

/** What is wrong with people as the IdP describes them. */
export const peopleRules: HealthRule[] = [
  // The default mapping of Entra gives mailNickname, which changes with the person's name: then they cannot be told from a new one.
  peopleRule("external_id_not_guid", "warning", `c.idp = 'microsoft-entra' AND r.active AND (r.external_id IS NULL OR r.external_id !~* ${guid})`, "coalesce(r.external_id, '')"),
  peopleRule("user_name_not_email", "warning", `r.active AND position('@' in r.user_name) = 0`, "r.user_name"),
  peopleRule(
    "no_work_email",
    "warning",
    `r.active AND NOT coalesce(r.attributes @? '$.emails[*] ? (@.value != "" && (@.type == "work" || @.primary == true))', false)`,
    "r.user_name",
  ),
  peopleRule("tombstone_names", "info", `NOT r.active AND r.user_name ~* ${tombstone}`, "r.user_name"),
  peopleRule(
    "duplicate_emails",
    "warning",
    `r.active AND m.email_key IN (SELECT o.email_key FROM member o WHERE o.organization_id = (SELECT organization_id FROM c) AND o.status = 'active' GROUP BY o.email_key HAVING count(*) > 1)`,
    "m.email",
  ),
  peopleRule(
    "people_without_role",
    "info",
    `r.active AND EXISTS (SELECT 1 FROM covered)
      AND NOT EXISTS (SELECT 1 FROM group_membership gm JOIN covered ON covered.group_id = gm.group_id WHERE gm.registration_id = r.id)
      AND NOT EXISTS (SELECT 1 FROM role_assignment a WHERE a.member_id = r.member_id)`,
    "r.user_name",
  ),
];
