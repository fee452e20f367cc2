import type {
  ConnectionDetailsWire,
  ConnectionWire,
  ConnectionWithNextToken,
  ConnectionWithToken as WithTokenWire,
  ContactWire,
  ImplicitRoleAssignment,
  ScimGroupWire,
  SightingWire,
  TokenWire,
} from "@/lib/contracts/connection";
import type { Connection, Contact, LiveToken, Sighting } from "./connection";
import { connectionBaseUrl } from "./connection-base-url";
import type { ConnectionGroup } from "./find-connection-groups";

type Assignments = Required<ImplicitRoleAssignment>[];

/** A connection in the words of the wire (management API). */
export function presentConnection(connection: Connection, assignments: Assignments): ConnectionWire {
  const [current, next] = [slot(connection, "current"), slot(connection, "next")];
  return {
    ...core(connection, assignments),
    bearer_token_last_four: current?.lastFour ?? "",
    next_bearer_token_last_four: next?.lastFour ?? "",
    ...(next?.expiresAt ? { next_bearer_token_expires_at: next.expiresAt.toISOString() } : {}),
  };
}

/** The answer of create: with the token, without its last four. */
export function presentConnectionWithToken(connection: Connection, assignments: Assignments, bearerToken: string): WithTokenWire {
  return { ...core(connection, assignments), bearer_token: bearerToken };
}

/** The answer of rotate start: with the next token in full. */
export function presentConnectionWithNextToken(
  connection: Connection,
  assignments: Assignments,
  nextToken: string,
): ConnectionWithNextToken {
  const { next_bearer_token_last_four: _, ...shown } = presentConnection(connection, assignments);
  return { ...shown, next_bearer_token: nextToken };
}

/** Ours: with tokens, contact and counts, as the portal shows them. */
export function presentConnectionDetails(connection: Connection, assignments: Assignments): ConnectionDetailsWire {
  return {
    ...presentConnection(connection, assignments),
    created_at: connection.createdAt.toISOString(),
    token_copied_at: connection.tokenCopiedAt?.toISOString() ?? null,
    call_bodies_kept: connection.callBodiesKept,
    tokens: connection.tokens.map(presentToken),
    contact: presentContact(connection.contact),
    counts: {
      people: connection.counts.people,
      active_people: connection.counts.activePeople,
      groups: connection.counts.groups,
      mappings: connection.counts.mappings,
      findings: connection.counts.findings,
    },
  };
}

/** A group in the words of the wire; `group_id` is the SCIM id that the IdP knows. */
export function presentConnectionGroup(organizationId: string, connectionId: string, group: ConnectionGroup): ScimGroupWire {
  return {
    group_id: group.id,
    group_name: group.displayName,
    organization_id: `organization-${organizationId}`,
    connection_id: `scim-connection-${connectionId}`,
  };
}

function core(connection: Connection, assignments: Assignments) {
  const expiresAt = slot(connection, "current")?.expiresAt;
  return {
    organization_id: `organization-${connection.organizationId}`,
    connection_id: `scim-connection-${connection.id}`,
    status: connection.status,
    display_name: connection.displayName,
    identity_provider: connection.identityProvider,
    base_url: connectionBaseUrl(connection),
    ...(expiresAt ? { bearer_token_expires_at: expiresAt.toISOString() } : {}),
    scim_group_implicit_role_assignments: assignments,
  };
}

function slot(connection: Connection, wanted: "current" | "next"): LiveToken | undefined {
  return connection.tokens.find((token) => token.slot === wanted);
}

function presentToken(token: LiveToken): TokenWire {
  return {
    slot: token.slot,
    last_four: token.lastFour,
    created_at: token.createdAt.toISOString(),
    expires_at: iso(token.expiresAt),
    last_used_at: iso(token.lastUsedAt),
    call_count: token.callCount,
  };
}

function presentContact(contact: Contact): ContactWire {
  return {
    first_contact_at: iso(contact.firstContactAt),
    last_contact_at: iso(contact.lastContactAt),
    credential_test_at: iso(contact.credentialTestAt),
    first_user_at: iso(contact.firstUserAt),
    first_update_at: iso(contact.firstUpdateAt),
    first_group_at: iso(contact.firstGroupAt),
    first_membership_at: iso(contact.firstMembershipAt),
    first_deactivation_at: iso(contact.firstDeactivationAt),
    last_failure_at: iso(contact.lastFailureAt),
    sightings: Object.fromEntries(Object.entries(contact.sightings).map(([name, seen]) => [name, presentSighting(seen)])),
    flag_missing: contact.flagMissing,
    request_count: contact.requestCount,
    failure_count: contact.failureCount,
  };
}

function presentSighting({ requestId, way, userAgent, subject }: Sighting): SightingWire {
  return { scim_request_id: `request-id-${requestId}`, way, user_agent: userAgent, subject };
}

function iso(date: Date | null): string | null {
  return date?.toISOString() ?? null;
}
