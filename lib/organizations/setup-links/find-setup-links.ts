import { type ListOrder, timePart, uuidPart } from "@/lib/db/list-order";
import { type ListPart, readListPage } from "@/lib/db/read-list-page";
import type { SetupLinkWire } from "@/lib/contracts/setup-link";
import type { OrganizationScope } from "@/lib/scope";
import { presentSetupLink, setupLinkColumns, setupLinkFrom, type SetupLinkRow } from "./setup-link-record";

const newestFirst: ListOrder = {
  name: "setup-links",
  parts: [
    { sql: "l.created_at", kind: timePart, descending: true },
    { sql: "l.id", kind: uuidPart, descending: true },
  ],
};

/** A page of the set-up links of the organization with who used them, newest first. Throws `invalid_cursor`. */
export async function findSetupLinks(scope: OrganizationScope, part: ListPart = { offset: 0, limit: 100 }): Promise<{ links: SetupLinkWire[]; nextCursor: string | null }> {
  const source = { name: "find-setup-links", columns: setupLinkColumns, from: setupLinkFrom, values: [scope.organizationId, null] };
  const { rows, nextCursor } = await readListPage<SetupLinkRow>(source, newestFirst, part);
  return { links: rows.map(presentSetupLink), nextCursor };
}
