import { DomainError } from "@/lib/errors";
import type { OrganizationScope } from "@/lib/scope";
import type { Permission } from "../permissions";
import { scopeToOrganization } from "../scope-to-organization";
import { readSetupSession, type SetupSession } from "./read-setup-session";

/** What a set-up link allows, on its own connection only. */
export const SETUP_LINK_PERMISSIONS: ReadonlySet<Permission> = new Set(["connection.get", "connection.create", "connection.update", "activity.get"]);

export type SetupLinkAccess = { scope: OrganizationScope; session: SetupSession; permissions: ReadonlySet<Permission> };

type Wanted = { linkId: string; secret: string | undefined; permission: Permission; remoteAddress: string | null };

/**
 * Opens the organization of a set-up link for the browser that holds its cookie, narrowed to its one connection.
 * @throws DomainError `unauthorized` without a live session of this very link, `forbidden` for anything but setting up
 */
export async function authorizeSetupLink({ linkId, secret, permission, remoteAddress }: Wanted): Promise<SetupLinkAccess> {
  const session = await readSetupSession(secret);
  if (!session || session.linkId !== linkId) throw new DomainError("unauthorized", "setup_link_closed", "This set-up link is not open any more. Open it again or ask for a new one.");
  if (!SETUP_LINK_PERMISSIONS.has(permission)) throw new DomainError("forbidden", "unauthorized_action", "A set-up link does not allow this action.", { permission });
  return { scope: scopeOfSession(session, remoteAddress), session, permissions: SETUP_LINK_PERMISSIONS };
}

/** The right that a live session of a set-up link gives. */
export function scopeOfSession(session: SetupSession, remoteAddress: string | null): OrganizationScope {
  const actor = { type: "setup_link", id: session.linkId, label: session.name, remoteAddress } as const;
  return { ...scopeToOrganization(session.organizationId, actor), onlyConnection: session.connectionId };
}
