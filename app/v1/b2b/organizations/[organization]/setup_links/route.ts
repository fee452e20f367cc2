import { setupLinkOperations } from "@/lib/contracts/operations/setup-links";
import { createSetupLinkByApi } from "@/lib/http/create-setup-link-by-api";
import { withOrganization } from "@/lib/http/with-organization";
import { findSetupLinks } from "@/lib/organizations/setup-links/find-setup-links";

/** Ours: links with which someone without an account sets up one connection. */
export const GET = withOrganization(setupLinkOperations.list, async ({ scope, query }) => {
  const { links, nextCursor } = await findSetupLinks(scope, { ...query, offset: 0 });
  return { setup_links: links, next_cursor: nextCursor };
});

export const POST = withOrganization(setupLinkOperations.create, createSetupLinkByApi);
