import { pool } from "./client";
import { type NamedStatement, quickRead } from "./quick-read";

/**
 * A statement before it is sent; with a name it is prepared once a connection. `quick`: reads few rows by an index, so that others may wait behind it (see
 * `quickRead`). `valueTypes`: those of its values, so that several of its kind can be asked in one statement.
 */
export type Statement = (NamedStatement & { quick?: boolean; valueTypes?: readonly string[] }) | { name?: undefined; quick?: undefined; valueTypes?: undefined; text: string; values: unknown[] };

/** What was read together with the credential, so that most calls are one round trip. Good for one read: a second one wants fresh rows. */
export type ReadAhead = { statement: Statement; rows: unknown[] | null };

/** The rows of a statement: those read ahead, where it is the very same statement, else from the database. */
export async function readRows<Row>(statement: Statement, ahead?: ReadAhead | null): Promise<Row[]> {
  if (ahead?.rows && isSame(statement, ahead.statement)) {
    const { rows } = ahead;
    ahead.rows = null;
    return rows as Row[];
  }
  return runRead<Row>(statement);
}

/** The rows of a statement, by the way that suits it. */
export async function runRead<Row>(statement: Statement): Promise<Row[]> {
  return statement.quick ? quickRead<Row>(statement) : ((await pool().query(statement)).rows as Row[]);
}

function isSame(one: Statement, other: Statement): boolean {
  return one.text === other.text && one.values.length === other.values.length && one.values.every((value, at) => value === other.values[at]);
}
