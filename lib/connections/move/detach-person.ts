import { uuidv7 } from "uuidv7";
import { recordAudit } from "@/lib/activity/record-audit";
import { publishLive } from "@/lib/db/notify";
import { transaction, type Transaction } from "@/lib/db/transaction";
import { announceMemberChange } from "@/lib/directory/members/announce-member-change";
import { protectLastAdmin } from "@/lib/directory/roles/protect-last-admin";
import { DomainError } from "@/lib/errors";
import type { OrganizationScope } from "@/lib/scope";
import { lockMove } from "./lock-move";

type Pair = { registrationId: string; userName: string; reason: string; label: string };

const select = `
  SELECT n.id AS "registrationId", n.user_name AS "userName", CASE n.matched_by WHEN 'user_name' THEN 'user_name' ELSE 'email' END AS reason, coalesce(nullif(m.name, ''), m.email) AS label
    FROM registration n JOIN registration o ON o.member_id = n.member_id AND o.connection_id = $2 JOIN member m ON m.id = n.member_id AND m.organization_id = $1 AND m.status <> 'deleted'
   WHERE n.connection_id = $3 AND n.member_id = $4 ORDER BY n.position LIMIT 1 FOR UPDATE OF n, m`;

// What an IdP says of a person, in the order that provisioning reads it.
const email = (r: string): string => `coalesce(
    nullif(btrim(jsonb_path_query_first(${r}.attributes, '$.emails[*] ? (@.primary == true).value') #>> '{}'), ''),
    nullif(btrim(jsonb_path_query_first(${r}.attributes, '$.emails[*] ? (@.type like_regex "^work$" flag "i").value') #>> '{}'), ''),
    nullif(btrim(${r}.attributes #>> '{emails,0,value}'), ''), ${r}.user_name)`;
const name = (r: string): string => `coalesce(nullif(btrim(${r}.attributes ->> 'displayName'), ''), nullif(btrim(${r}.attributes #>> '{name,formatted}'), ''),
    nullif(btrim(concat_ws(' ', ${r}.attributes #>> '{name,givenName}', ${r}.attributes #>> '{name,familyName}')), ''), nullif(btrim(${r}.attributes ->> 'nickName'), ''), '')`;

const newcomer = `
  INSERT INTO member (id, organization_id, origin, status, email, email_key, name)
  SELECT $3, $1, 'scim', CASE WHEN r.active THEN 'active'::member_status ELSE 'deactivated' END, ${email("r")}, lower(${email("r")}), ${name("r")} FROM registration r WHERE r.id = $2`;

const part = `
  WITH own AS (
    UPDATE registration SET member_id = $2, matched_by = NULL WHERE id = $1
  )
  UPDATE departure SET member_id = $2 WHERE registration_id = $1`;

const stay = `
  UPDATE member m SET email = ${email("o")}, email_key = lower(${email("o")}), name = ${name("o")}, updated_at = now(),
    status = CASE WHEN EXISTS (SELECT 1 FROM registration r WHERE r.member_id = m.id AND r.active) THEN 'active'::member_status ELSE 'deactivated' END
    FROM registration o WHERE m.id = $2 AND m.organization_id = $1 AND o.member_id = m.id AND o.connection_id = $3`;

// The answer outlives the registration: when the IdP deletes the person and sends them again, they are not taken for the member once more.
const remember = `
  INSERT INTO adoption (id, organization_id, connection_id, member_id, user_name, user_name_key, email, name, reason, status, decided_at, decided_by)
  SELECT gen_random_uuid(), $1, r.connection_id, $3, r.user_name, r.user_name_key, m.email, m.name, $4, 'apart', now(), $5 FROM registration r JOIN member m ON m.id = r.member_id WHERE r.id = $2
  ON CONFLICT (connection_id, user_name_key, member_id) DO UPDATE SET registration_id = NULL, status = 'apart', decided_at = now(), decided_by = excluded.decided_by`;

/**
 * Takes a match back: the person of the new identity provider is somebody else, and becomes a member of their own; the member whom the old one knows is again as the
 * old one says, with id, roles and sessions. `matchPerson` undoes it. Answers the new member's id. Throws `move_not_found`, `move_ended`, `last_org_admin`, and
 * `not_matched` when nobody of the new connection is matched with the member.
 */
export async function detachPerson(scope: OrganizationScope, connectionId: string, memberId: string): Promise<{ memberId: string; registrationId: string }> {
  const detached = await transaction(async (tx) => {
    const move = await lockMove(tx, scope, connectionId);
    const { rows } = await tx.query<Pair>(select, [scope.organizationId, move.from.id, move.to.id, memberId]);
    const [pair] = rows;
    if (!pair) throw new DomainError("conflict", "not_matched", "This member is not matched with anybody of the new identity provider.");
    const own = uuidv7();
    await protectLastAdmin(tx, scope, () => separate(tx, scope, { pair, memberId, own, fromId: move.from.id }));
    await recordAudit(tx, { scope, action: "move.detach", target: { type: "member", id: memberId, label: pair.label }, after: { registration_id: pair.registrationId, user_name: pair.userName } });
    return { memberId: own, registrationId: pair.registrationId };
  });
  await publishLive({ organization_id: scope.organizationId, topics: ["connection", "members", "roles"] });
  return detached;
}

async function separate(tx: Transaction, scope: OrganizationScope, { pair, memberId, own, fromId }: { pair: Pair; memberId: string; own: string; fromId: string }): Promise<void> {
  await tx.query(newcomer, [scope.organizationId, pair.registrationId, own]);
  await tx.query(part, [pair.registrationId, own]);
  await tx.query(stay, [scope.organizationId, memberId, fromId]);
  await tx.query(remember, [scope.organizationId, pair.registrationId, memberId, pair.reason, scope.actor.label]);
  await announceMemberChange(tx, scope, "create", [own]);
  await announceMemberChange(tx, scope, "update", [memberId]);
}
