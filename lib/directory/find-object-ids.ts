import { pool } from "@/lib/db/client";
import { beginsPattern, containsPattern, foldSearch } from "@/lib/db/contains-pattern";
import type { InstallationScope } from "@/lib/scope";

const most = 200;

// People by the trigram indexes of the members list, those who were deleted included: their events are kept. Groups are few. What an identity
// provider removed is gone, but named in the event of its removal: people by the beginning of their external id, groups by theirs or their name.
const select = `
  SELECT id FROM (
    SELECT m.id FROM member m WHERE lower(m.name) LIKE $1 OR m.email_key LIKE $1 OR lower(m.external_id) LIKE $1
    UNION SELECT r.member_id FROM registration r WHERE r.user_name_key LIKE $1 OR lower(r.external_id) LIKE $1
    UNION SELECT g.id FROM idp_group g WHERE g.display_name_key LIKE $1
    UNION SELECT e.object_id FROM event e WHERE e.type = 'scim.member.delete' AND lower(e.payload #>> '{member,scim_registration,external_id}') LIKE $2
    UNION SELECT e.object_id FROM event e WHERE e.type = 'scim.idp_group.delete' AND e.number IS NOT NULL
       AND (lower(e.payload #>> '{idp_group,group_name}') LIKE $1 OR lower(e.payload #>> '{idp_group,external_id}') LIKE $1)
  ) found LIMIT ${most}`;

/** The bare ids of people and groups of any organization that carry this text in a name, e-mail, userName or external id, or did until they were removed; at most 200. */
export async function findObjectIds(_scope: InstallationScope, text: string): Promise<string[]> {
  const sought = foldSearch(text);
  const { rows } = await pool().query<{ id: string }>(select, [containsPattern(sought), beginsPattern(sought)]);
  return rows.map(({ id }) => id);
}
