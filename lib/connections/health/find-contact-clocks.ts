import { clock } from "@/lib/clock";
import type { ContactClockWire } from "@/lib/contracts/health";
import { pool } from "@/lib/db/client";
import type { OrganizationScope } from "@/lib/scope";
import { contactClockColumns, type ContactClockRow, contacts, readContactClock } from "./read-contact-clock";

const statement = `SELECT c.id, ${contactClockColumns} FROM ${contacts} c WHERE c.organization_id = $1 AND c.status <> 'deleted'`;

/** By connection id: when each identity provider of the organization was heard of, and when it should call again. */
export async function findContactClocks(scope: OrganizationScope): Promise<Map<string, ContactClockWire>> {
  const { rows } = await pool().query<ContactClockRow & { id: string }>({ name: "find_contact_clocks", text: statement, values: [scope.organizationId] });
  return new Map(rows.map(({ id, ...row }) => [id, readContactClock(row, clock.now())]));
}
