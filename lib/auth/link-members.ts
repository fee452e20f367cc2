import type pg from "pg";

const LINK = `
  WITH me AS (
    SELECT id, email FROM "user" WHERE id = $1 AND email_verified IS NOT NULL
  ), linked AS (
    UPDATE member m SET user_id = me.id, status = CASE WHEN m.status = 'invited' THEN 'active' ELSE m.status END, updated_at = now()
    FROM me WHERE m.email_key = me.email AND m.user_id IS NULL AND m.status IN ('active', 'invited')
    RETURNING m.id
  )
  UPDATE invitation i SET accepted_at = now() FROM linked
  WHERE i.member_id = linked.id AND i.accepted_at IS NULL AND i.revoked_at IS NULL`;

/**
 * Ties a user with a verified e-mail to the members of that e-mail in every organization; someone who was invited counts
 * as having accepted. An unverified user is tied to nobody.
 */
export async function linkMembers(connection: Pick<pg.ClientBase, "query">, userId: string): Promise<void> {
  await connection.query(LINK, [userId]);
}
