import { pool } from "@/lib/db/client";
import { readRegistrationRow, type RegistrationRow, type StoredRegistration } from "./registration";
import { registrationColumns, registrationGroups } from "./registration-columns";
import type { ConnectionScope } from "@/lib/scope";

/** A condition on rows with the values it names from $2 on; `name` only where few different texts exist (prepared once). */
export type RowCondition = { text: string; values: unknown[]; name: string | null };

/** A page to read: `skip` rows, then `count`; `order` is an SQL list of expressions that ends in a unique one. */
export type PageRequest = { skip: number; count: number; order: string };

export type RegistrationPage = { total: number; registrations: StoredRegistration[] };

/**
 * A page of registrations and how many there are in all, in one statement. A page that shows the end of the list knows the
 * total by itself; only otherwise the rows are counted, and then by index where there is no condition.
 */
export async function listRegistrations(
  scope: ConnectionScope,
  condition: RowCondition,
  page: PageRequest,
  options: { groups: boolean },
): Promise<RegistrationPage> {
  const where = `r.connection_id = $1 and ${condition.text}`;
  const columns = options.groups ? `${registrationColumns}, ${registrationGroups}` : registrationColumns;
  const [limit, offset] = [`$${condition.values.length + 2}`, `$${condition.values.length + 3}`];
  // The page is cut from ids first, so that groups are looked up for its rows only.
  const text = `
    with page as materialized (
      select r.* from registration r where ${where} order by ${page.order} limit ${limit}::bigint offset ${offset}::bigint
    ), seen as (select count(*) as rows from page)
    select (case when seen.rows < ${limit}::bigint and (seen.rows > 0 or ${offset}::bigint = 0) then ${offset}::bigint + seen.rows
      else (select count(*) from registration r where ${where}) end)::float8 as total, r.*
    from seen left join lateral (select ${columns} from page r order by ${page.order}) r on true`;
  const { rows } = await pool().query<RegistrationRow & { total: number }>({
    ...(condition.name === null ? {} : { name: `list-registrations-${condition.name}-${String(options.groups)}` }),
    text,
    values: [scope.connectionId, ...condition.values, page.count, page.skip],
  });
  return { total: rows[0]?.total ?? 0, registrations: rows.filter((row) => row.id !== null).map(readRegistrationRow) };
}
