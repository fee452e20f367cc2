import { pool } from "@/lib/db/client";
import type { InstallationScope } from "@/lib/scope";
import { containing } from "./members/narrow-members";

const most = 200;

// People by the trigram indexes of the members list, those who were deleted included: their events are kept. Groups are few.
const select = `
  SELECT id FROM (
    SELECT m.id FROM member m WHERE lower(m.name) LIKE $1 OR m.email_key LIKE $1 OR lower(m.external_id) LIKE $1
    UNION SELECT r.member_id FROM registration r WHERE r.user_name_key LIKE $1 OR lower(r.external_id) LIKE $1
    UNION SELECT g.id FROM idp_group g WHERE g.display_name_key LIKE $1
  ) found LIMIT ${most}`;

/** The bare ids of people and groups of any organization that carry this text in a name, e-mail, userName or external id; at most 200. */
export async function findObjectIds(_scope: InstallationScope, text: string): Promise<string[]> {
  const { rows } = await pool().query<{ id: string }>({ name: "find-object-ids", text: select, values: [containing(text)] });
  return rows.map(({ id }) => id);
}
