type DatabaseError = Error & { code: string; constraint?: string };

/** Whether a statement failed on this unique constraint (or on any, when none is named). */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  return isDatabaseError(error) && error.code === "23505" && (constraint === undefined || error.constraint === constraint);
}

/** Whether a row that was to be referenced is gone. */
export function isForeignKeyViolation(error: unknown): boolean {
  return isDatabaseError(error) && error.code === "23503";
}

/**
 * Whether PostgreSQL cannot hold what a client sent: U+0000 and lone surrogates in text (22021, 22P05, 22P02), a number
 * beyond its type (22003), a key too long for an index (54000), nesting too deep (54001).
 */
export function isUnstorable(error: unknown): boolean {
  return isDatabaseError(error) && ["22021", "22P05", "22P02", "22003", "54000", "54001"].includes(error.code);
}

/** Whether an extension was made whose library is not loaded (55000), or that we may not read (42501). */
export function isUnreadable(error: unknown): boolean {
  return isDatabaseError(error) && ["55000", "42501"].includes(error.code);
}

/** Whether doing it again may succeed: deadlock or serialization. */
export function isTransient(error: unknown): boolean {
  return isDatabaseError(error) && ["40001", "40P01"].includes(error.code);
}

/** Whether somebody else kept a lock for longer than `lock_timeout`. */
export function isLockTimeout(error: unknown): boolean {
  return isDatabaseError(error) && error.code === "55P03";
}

/** PostgreSQL's own word on a statement, which then did nothing; and not that the connection is gone (class 08) or is being ended (57P). */
export function isAnswer(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return typeof code === "string" && /^[0-9A-Z]{5}$/.test(code) && !/^(08|57P)/.test(code);
}

function isDatabaseError(error: unknown): error is DatabaseError {
  return error instanceof Error && typeof (error as Partial<DatabaseError>).code === "string";
}
