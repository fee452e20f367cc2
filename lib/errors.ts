import type { ErrorType } from "./contracts/error-types";

/** Why a domain function refused. Translated once: into the management API's envelope and into pages. */
export type DomainErrorKind = "not_found" | "conflict" | "forbidden" | "invalid" | "stale" | "limited" | "unauthorized" | "unprocessable" | "too_large" | "not_allowed" | "unavailable";

/**
 * A refusal that the caller may read. `code` is the stable machine word (`organization_not_found`), `message` a sentence
 * for a person, `details` names the fields that were wrong. Anything else that is thrown is our own fault: a 500.
 */
export class DomainError extends Error {
  override readonly name = "DomainError";

  constructor(
    readonly kind: DomainErrorKind,
    readonly code: ErrorType,
    message: string,
    readonly details: Record<string, unknown> = {},
  ) {
    super(message);
  }
}
