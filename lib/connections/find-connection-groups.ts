import { pool } from "@/lib/db/client";
import type { OrganizationScope } from "@/lib/scope";
import { invalidCursor, openPlace, sealPlace } from "@/lib/sealed-cursor";
import { getConnection } from "./get-connection";

export type ConnectionGroup = { id: string; displayName: string };
export type ConnectionGroupPage = { groups: ConnectionGroup[]; nextCursor: string | null };

/**
 * The groups that the IdP pushed through a connection, in stable order, a page at a time. Throws
 * `scim_connection_not_found` and `invalid_cursor`.
 */
export async function findConnectionGroups(
  scope: OrganizationScope,
  connectionId: string,
  page: { cursor?: string | undefined; limit: number },
): Promise<ConnectionGroupPage> {
  await getConnection(scope, connectionId);
  const { rows } = await pool().query<ConnectionGroup & { position: string }>({
    name: "find-connection-groups",
    text: `SELECT id, display_name AS "displayName", position FROM idp_group
            WHERE organization_id = $1 AND connection_id = $2 AND position > $3 ORDER BY position LIMIT $4`,
    values: [scope.organizationId, connectionId, readCursor(page.cursor), page.limit + 1],
  });
  const shown = rows.slice(0, page.limit);
  const last = rows.length > page.limit ? shown.at(-1) : undefined;
  return {
    groups: shown.map(({ id, displayName }) => ({ id, displayName })),
    nextCursor: last ? sealPlace("connection-groups", [last.position]) : null,
  };
}

function readCursor(cursor: string | undefined): string {
  if (!cursor) return "0";
  const [position = ""] = openPlace("connection-groups", cursor);
  if (!/^\d{1,18}$/.test(position)) throw invalidCursor();
  return position;
}
