import type { ConnectionSchemaWire } from "@/lib/contracts/connection-schema";

/** A URN that the connection does not have yet, made of the organization's slug. */
export function defaultUrn(organization: string, type: "User" | "Group", known: readonly ConnectionSchemaWire[]): string {
  const taken = new Set(known.map((schema) => schema.urn.toLowerCase()));
  for (let version = 2; ; version++) {
    const urn = `urn:ietf:params:scim:schemas:extension:${organization}:${version}.0:${type}`;
    if (!taken.has(urn.toLowerCase())) return urn;
  }
}
