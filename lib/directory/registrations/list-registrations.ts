import type { ReadAhead, Statement } from "@/lib/db/read-ahead";
import type { ConnectionScope } from "@/lib/scope";
import { type PageRequest, type PageSource, pageStatement, readPage, type RowCondition } from "../read-page";
import { readRegistrationRow, type RegistrationRow, type StoredRegistration } from "./registration";
import { registrationColumns, registrationGroups } from "./registration-columns";

export type RegistrationPage = { total: number; registrations: (StoredRegistration & { position: string })[] };

/** A page of the connection's registrations; groups are looked up only when asked for. */
export async function listRegistrations(
  scope: ConnectionScope,
  condition: RowCondition,
  page: PageRequest,
  options: { groups: boolean; ahead?: ReadAhead | null },
): Promise<RegistrationPage> {
  const { total, rows } = await readPage<RegistrationRow & { position: string }>(scope, sourceOf(options.groups), condition, page, options);
  return { total, registrations: rows.map((row) => ({ ...readRegistrationRow(row), position: row.position })) };
}

/** How it is read. */
export function registrationsStatement(connectionId: string, condition: RowCondition, page: PageRequest, groups: boolean): Statement {
  return pageStatement(connectionId, sourceOf(groups), condition, page);
}

function sourceOf(groups: boolean): PageSource {
  return groups
    ? { table: "registration", alias: "r", columns: `${registrationColumns}, ${registrationGroups}`, name: "list-registrations-with-groups" }
    : { table: "registration", alias: "r", columns: registrationColumns, name: "list-registrations" };
}
