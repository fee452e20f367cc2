import type pg from "pg";

/** The pool, or a transaction: whatever can run a statement. */
export type Queryable = Pick<pg.ClientBase, "query">;
