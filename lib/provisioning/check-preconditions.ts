import { preconditionFailed } from "@/lib/scim/errors";
import { matchesEtag } from "@/lib/scim/resource/etag";
import type { ScimCall } from "./scim-call";

/** Throws 412 unless `If-Match` and `If-None-Match` allow changing a resource of this version (RFC 7644 section 3.14). */
export function checkPreconditions(call: ScimCall, version: number): void {
  const match = call.headers["if-match"];
  const noneMatch = call.headers["if-none-match"];
  if ((match !== undefined && !matchesEtag(match, version)) || (noneMatch !== undefined && matchesEtag(noneMatch, version))) {
    throw preconditionFailed("The resource has changed since you read it: its version is not the one that the request names. Read it again.");
  }
}

/** Whether the client already holds this version (`If-None-Match` on a read: 304). */
export function isFresh(call: ScimCall, version: number): boolean {
  const noneMatch = call.headers["if-none-match"];
  return noneMatch !== undefined && matchesEtag(noneMatch, version);
}
