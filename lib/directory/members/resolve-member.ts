import { parseWireId } from "@/lib/contracts/wire-id";
import { pool } from "@/lib/db/client";
import type { OrganizationScope } from "@/lib/scope";
import { memberNotFound } from "./get-member";

/** The row id that an address names: `member-<uuid>`, a bare uuid, or an external id of this organization. Says nothing of whether a uuid exists. */
export async function resolveMember(scope: OrganizationScope, address: string): Promise<string> {
  const id = parseWireId("member", address);
  if (id) return id;
  const { rows } = await pool().query<{ id: string }>({
    name: "resolve_member",
    text: `SELECT id FROM member WHERE organization_id = $1 AND external_id = $2`,
    values: [scope.organizationId, address],
  });
  if (!rows[0]) throw memberNotFound();
  return rows[0].id;
}
