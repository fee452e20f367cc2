import type { SetupLinkWire } from "@/lib/contracts/setup-link";
import { pool } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import type { OrganizationScope } from "@/lib/scope";
import { presentSetupLink, setupLinkColumns, setupLinkFrom, type SetupLinkRow } from "./setup-link-record";

/** One set-up link with who used it. @throws DomainError `setup_link_not_found` */
export async function getSetupLink(scope: OrganizationScope, id: string): Promise<SetupLinkWire> {
  const { rows } = await pool().query<SetupLinkRow>({ name: "get-setup-link", text: `SELECT ${setupLinkColumns} ${setupLinkFrom}`, values: [scope.organizationId, id] });
  const [link] = rows;
  if (!link) throw new DomainError("not_found", "setup_link_not_found", "There is no such set-up link in this organization.");
  return presentSetupLink(link);
}
