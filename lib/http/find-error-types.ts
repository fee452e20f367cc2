import type { ErrorType } from "@/lib/contracts/error-types";
import type { Operation } from "@/lib/contracts/operation";

const always: ErrorType[] = ["internal_server_error"];
const known: ErrorType[] = ["unauthorized_credentials", "sign_in_required", "missing_scope", "unauthorized_action", "cross_site_request", "too_many_requests"];
const inOrganization: ErrorType[] = ["organization_not_found", "organization_suspended"];
const ofPost: ErrorType[] = ["invalid_idempotency_key", "idempotency_key_reused", "idempotency_key_in_use", "idempotency_outcome_unknown", "request_too_large"];
const ofBody: ErrorType[] = ["invalid_request", "invalid_json", "invalid_content_type", "request_too_large"];
const ofInput: ErrorType[] = ["invalid_request"];

/** Every error type that an operation may answer: its own, and those that come with how it is called. */
export function findErrorTypes({ access, setupLink, method, path, body, query, errors = [] }: Operation): ErrorType[] {
  const types = [
    ...errors,
    ...(access === "public" ? [] : known),
    ...(access === "organization" ? inOrganization : []),
    ...(setupLink ? (["setup_link_closed"] as const) : []),
    ...(body ? ofBody : []),
    ...(query || path.includes("{") ? ofInput : []),
    ...(method === "POST" && access !== "public" ? ofPost : []),
    ...always,
  ];
  return [...new Set(types)];
}
