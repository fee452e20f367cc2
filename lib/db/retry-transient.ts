import { isForeignKeyViolation, isTransient } from "./errors";

const attempts = 4;

/**
 * Does atomic work again when PostgreSQL gave it up for a reason that may be gone: a deadlock, a serialization failure, or
 * a row that was deleted between being found and being referenced.
 */
export async function retryTransient<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === attempts || !(isTransient(error) || isForeignKeyViolation(error))) throw error;
    }
  }
}
