import type { MoveOutcome } from "@/lib/contracts/move";
import { integerPart, type ListOrder, textPart, uuidPart } from "@/lib/db/list-order";
import { pageOf, patternOf, readListPage } from "@/lib/db/read-list-page";
import type { OrganizationScope } from "@/lib/scope";
import { type Move, movedPeople, movingPeople } from "./move";

export type FindMovedPeople = { outcome?: MoveOutcome | undefined; search?: string | undefined; cursor?: string | undefined; page: number; limit: number };

export type MovedPersonRecord = {
  memberId: string;
  name: string;
  email: string;
  outcome: MoveOutcome;
  matchedBy: string | null;
  oldUserName: string | null;
  oldActive: boolean | null;
  newId: string | null;
  newUserName: string | null;
  newActive: boolean | null;
  fate: "kept" | "deactivated" | null;
  /** Whom this person was matched with until somebody said that they are not the same. */
  parted: { memberId: string; name: string } | null;
};

const columns = `
  member_id AS "memberId", name, email, outcome, matched_by AS "matchedBy", old_user_name AS "oldUserName", old_active AS "oldActive", new_id AS "newId",
         new_user_name AS "newUserName", new_active AS "newActive", fate, parted`;

const from = (people: string): string => `
    FROM (${people}) people
   WHERE $1::uuid IS NOT NULL AND $2::uuid IS NOT NULL AND $3::uuid IS NOT NULL AND $4::uuid IS NOT NULL
     AND ($5::text IS NULL OR outcome = $5) AND ($6::text IS NULL OR lower(name) LIKE $6 OR email_key LIKE $6 OR lower(old_user_name) LIKE $6 OR lower(new_user_name) LIKE $6)`;

const toLookAtFirst: ListOrder = {
  name: "moved-people",
  parts: [
    { sql: "array_position(ARRAY['ambiguous', 'only_new', 'only_old', 'matched'], outcome)", kind: integerPart },
    { sql: "lower(name)", kind: textPart },
    { sql: "email_key", kind: textPart },
    { sql: "member_id", kind: uuidPart },
  ],
};

/** A page of the people of a move, those to look at first: as they stand now while it is open, as it ended when it is finished. Throws `invalid_cursor`. */
export async function findMovedPeople(
  scope: OrganizationScope,
  move: Move,
  query: FindMovedPeople,
): Promise<{ people: MovedPersonRecord[]; total: number; nextCursor: string | null }> {
  const open = move.status === "open";
  const values = [scope.organizationId, move.from.id, move.to.id, move.id, query.outcome ?? null, patternOf(query)];
  const source = { name: open ? "find-moving-people" : "find-moved-people", columns, from: from(open ? movingPeople : movedPeople), values };
  const { rows, total, nextCursor } = await readListPage<MovedPersonRecord>(source, toLookAtFirst, pageOf(query));
  return { people: rows, total, nextCursor };
}
