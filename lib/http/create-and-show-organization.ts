import { scopeToOrganization } from "@/lib/auth/scope-to-organization";
import type { CreateOrganizationBody } from "@/lib/contracts/organization";
import { createOrganization } from "@/lib/organizations/create-organization";
import { getOrganization } from "@/lib/organizations/get-organization";
import { showOrganization } from "@/lib/organizations/show-organization";
import type { InstallationScope } from "@/lib/scope";

/** `POST /v1/b2b/organizations`: the wire's words to the domain's and back. */
export async function createAndShowOrganization({ scope, body }: { scope: InstallationScope; body: CreateOrganizationBody }) {
  const { id } = await createOrganization(scope, {
    name: body.organization_name,
    slug: body.organization_slug ?? null,
    externalId: body.organization_external_id ?? null,
    logoUrl: body.organization_logo_url ?? null,
    trustedMetadata: body.trusted_metadata ?? {},
  });
  return { organization: showOrganization(await getOrganization(scopeToOrganization(id, scope.actor))) };
}
