import type { Operation } from "../operation";
import { brakeOperations } from "./brake";
import { connectionOperations, connectionTokenOperations, schemaOperations, scimRequestOperations } from "./connections";
import { healthOperations } from "./health";
import { auditOperations, credentialOperations, demoOperations } from "./installation";
import { groupOperations, memberOperations } from "./members";
import { adoptionOperations, moveOperations } from "./moves";
import { invitationOperations, organizationOperations } from "./organizations";
import { roleMappingOperations, roleOperations } from "./roles";
import { sessionOperations, signingKeyOperations, trustedIssuerOperations } from "./sessions";
import { setupLinkOperations } from "./setup-links";
import { signInMethodOperations } from "./sign-in-methods";
import { eventOperations, webhookOperations } from "./webhooks";

/** Every operation of the management API under its heading in the reference. A test compares them with the route files. */
export const operationsByTopic: Readonly<Record<string, Readonly<Record<string, Operation>>>> = {
  Organizations: organizationOperations,
  Members: memberOperations,
  Groups: groupOperations,
  Roles: roleOperations,
  Connections: connectionOperations,
  "Connection tokens": connectionTokenOperations,
  "Role mappings": roleMappingOperations,
  "Sign-in of identity providers": signInMethodOperations,
  "Custom schemas": schemaOperations,
  Health: healthOperations,
  Brake: brakeOperations,
  Adoption: adoptionOperations,
  Moves: moveOperations,
  "SCIM requests": scimRequestOperations,
  "Set-up links": setupLinkOperations,
  Invitations: invitationOperations,
  Sessions: sessionOperations,
  "Signing keys": signingKeyOperations,
  "Trusted issuers": trustedIssuerOperations,
  Webhooks: webhookOperations,
  Events: eventOperations,
  Credentials: credentialOperations,
  Audit: auditOperations,
  "Demo data": demoOperations,
};

export const operations: readonly Operation[] = Object.values(operationsByTopic).flatMap((topic) => Object.values(topic));
