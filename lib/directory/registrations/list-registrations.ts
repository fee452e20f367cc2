import type { ConnectionScope } from "@/lib/scope";
import { readPage, type PageRequest, type RowCondition } from "../read-page";
import { readRegistrationRow, type RegistrationRow, type StoredRegistration } from "./registration";
import { registrationColumns, registrationGroups } from "./registration-columns";

export type RegistrationPage = { total: number; registrations: (StoredRegistration & { position: string })[] };

/** A page of the connection's registrations; groups are looked up only when asked for. */
export async function listRegistrations(
  scope: ConnectionScope,
  condition: RowCondition,
  page: PageRequest,
  options: { groups: boolean },
): Promise<RegistrationPage> {
  const columns = options.groups ? `${registrationColumns}, ${registrationGroups}` : registrationColumns;
  const name = options.groups ? "list-registrations-with-groups" : "list-registrations";
  const { total, rows } = await readPage<RegistrationRow & { position: string }>(scope, { table: "registration", alias: "r", columns, name }, condition, page);
  return { total, registrations: rows.map((row) => ({ ...readRegistrationRow(row), position: row.position })) };
}
