import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { DomainError } from "@/lib/errors";
import type { OrganizationScope } from "@/lib/scope";
import { authorizeOrganization } from "./authorize-organization";
import { currentCaller } from "./current-caller";
import { redirectToSignIn } from "./redirect-to-sign-in";
import type { Permission } from "./permissions";
import type { SessionUser } from "./read-session";

export type PortalAccess = {
  scope: OrganizationScope;
  organization: { id: string; name: string; slug: string; logoUrl: string | null; brandColor: string | null };
  user: SessionUser;
  permissions: Set<Permission>;
};

/**
 * Opens one organization for a page: /sign-in when signed out, /suspended when the organization is, otherwise the page
 * does not exist for whom it is not meant.
 */
export const requireOrganization = cache(async (slug: string, permission?: Permission): Promise<PortalAccess> => {
  const caller = await currentCaller();
  if (!caller) return redirectToSignIn();
  const { scope, organization, permissions } = await authorizeOrganization(caller, slug, permission).catch(refuse);
  const { id, name, slug: canonical, logoUrl, brandColor } = organization;
  return { scope, organization: { id, name, slug: canonical, logoUrl, brandColor }, user: caller.user, permissions: new Set(permissions) };
});

function refuse(error: unknown): never {
  if (!(error instanceof DomainError)) throw error;
  if (error.code === "organization_suspended") redirect("/suspended");
  notFound();
}
