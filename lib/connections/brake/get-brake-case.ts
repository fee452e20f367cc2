import { pool } from "@/lib/db/client";
import type { Queryable } from "@/lib/db/queryable";
import { DomainError } from "@/lib/errors";
import type { OrganizationScope } from "@/lib/scope";
import type { BrakeCase } from "./brake";
import { findBrakeCases } from "./find-brake-cases";

/** One case of a connection's brake. Throws `brake_case_not_found`. */
export async function getBrakeCase(scope: OrganizationScope, connectionId: string, caseId: string, db: Queryable = pool()): Promise<BrakeCase> {
  const [found] = await findBrakeCases(scope, { connectionId, caseId }, db);
  if (!found) throw brakeCaseNotFound();
  return found;
}

/** The one refusal for a case that is not there, or another connection's. */
export function brakeCaseNotFound(): DomainError {
  return new DomainError("not_found", "brake_case_not_found", "There is no such case of this connection's brake.");
}
