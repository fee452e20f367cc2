import type pg from "pg";

const mostRounds = 200;

/**
 * Runs a statement again while it says that it met another one at the same people (`stale`, see `steadyMembers`): that one is committed by then, so
 * somebody always gets on. Returns the first row.
 */
export async function runUntilSteady<Row extends { stale: boolean }>(run: () => Promise<pg.QueryResult<Row>>): Promise<Row | undefined> {
  for (let round = 1; ; round++) {
    const [row] = (await run()).rows;
    if (!row?.stale) return row;
    if (round === mostRounds) throw new Error(`a change of groups met others ${mostRounds} times`);
  }
}
