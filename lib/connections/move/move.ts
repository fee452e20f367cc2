import type { MoveOutcome } from "@/lib/contracts/move";

type MovingConnection = { id: string; displayName: string; identityProvider: string };

/** People of one connection going over to another one. */
export type Move = {
  id: string;
  status: "open" | "finished" | "cancelled";
  from: MovingConnection;
  to: MovingConnection;
  startedAt: Date;
  startedBy: string;
  endedAt: Date | null;
  endedBy: string | null;
  counts: Record<MoveOutcome, number>;
};

/**
 * SQL: the people of an open move whose connections are `$2` (from) and `$3` (to), of organization `$1`, one row a member. Somebody of the new connection who
 * may be one of several of the old one is `ambiguous` until somebody decides;
 * `parted` is the member of the old one who somebody said they are not.
 */
export const movingPeople = `
  SELECT m.id AS member_id, m.name, m.email, m.email_key, o.user_name AS old_user_name, o.active AND NOT o.kept_active AS old_active,
         n.id AS new_id, n.user_name AS new_user_name, n.active AS new_active, n.matched_by, NULL::text AS fate,
         (SELECT json_build_object('memberId', b.id, 'name', coalesce(nullif(b.name, ''), b.email)) FROM adoption a JOIN member b ON b.id = a.member_id AND b.status <> 'deleted'
           WHERE a.connection_id = $3 AND a.user_name_key = n.user_name_key AND o.id IS NULL AND a.status = 'apart' AND EXISTS (SELECT 1 FROM registration r WHERE r.member_id = b.id AND r.connection_id = $2)
             AND NOT EXISTS (SELECT 1 FROM registration r WHERE r.member_id = b.id AND r.connection_id = $3) ORDER BY a.decided_at DESC LIMIT 1) AS parted,
         CASE WHEN o.id IS NOT NULL AND n.id IS NOT NULL THEN 'matched' WHEN o.id IS NOT NULL THEN 'only_old'
              WHEN EXISTS (SELECT 1 FROM adoption a WHERE a.registration_id = n.id AND a.status = 'open') THEN 'ambiguous' ELSE 'only_new' END AS outcome
    FROM (SELECT DISTINCT ON (member_id) * FROM registration WHERE connection_id = $2 ORDER BY member_id, position DESC) o
    FULL JOIN (SELECT DISTINCT ON (member_id) * FROM registration WHERE connection_id = $3 ORDER BY member_id, position DESC) n ON n.member_id = o.member_id
    JOIN member m ON m.id = coalesce(o.member_id, n.member_id) AND m.organization_id = $1 AND m.status <> 'deleted'`;

/** SQL: the same of a move that has ended, from its report; `$4` is the move. */
export const movedPeople = `
  SELECT p.member_id, p.name, p.email, lower(p.email) AS email_key, p.old_user_name, NULL::boolean AS old_active, NULL::uuid AS new_id, p.new_user_name, NULL::boolean AS new_active,
         p.matched_by, p.fate, NULL::json AS parted, p.outcome
    FROM moved_person p WHERE p.move_id = $4`;
