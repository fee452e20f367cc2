import { pool } from "./client";

/** A statement before it is sent; with a name it is prepared once a connection. */
export type Statement = { name?: string; text: string; values: unknown[] };

/** What was read together with the credential, so that most calls are one round trip. Good for one read: a second one wants fresh rows. */
export type ReadAhead = { statement: Statement; rows: unknown[] | null };

/** The rows of a statement: those read ahead, where it is the very same statement, else from the database. */
export async function readRows<Row>(statement: Statement, ahead?: ReadAhead | null): Promise<Row[]> {
  if (ahead?.rows && isSame(statement, ahead.statement)) {
    const { rows } = ahead;
    ahead.rows = null;
    return rows as Row[];
  }
  return (await pool().query(statement)).rows as Row[];
}

function isSame(one: Statement, other: Statement): boolean {
  return one.text === other.text && one.values.length === other.values.length && one.values.every((value, at) => value === other.values[at]);
}
