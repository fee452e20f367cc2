import { createOrganization } from "@/lib/organizations/create-organization";
import { listOrganizations } from "@/lib/organizations/list-organizations";
import { resolveOrganization } from "@/lib/organizations/resolve-organization";
import { scopeToOrganization } from "@/lib/auth/scope-to-organization";
import type { InstallationScope, OrganizationScope } from "@/lib/scope";

/** The organization with this id, slug, external id or name; a new one of that name when there is none. */
export async function findOrCreateOrganization(scope: InstallationScope, wanted: string): Promise<OrganizationScope> {
  const found = await findOrganizationNamed(scope, wanted);
  const id = found ?? (await createOrganization(scope, { name: wanted })).id;
  return scopeToOrganization(id, scope.actor);
}

/** Its id. Two of one name are told apart by slug. */
export async function findOrganizationNamed(scope: InstallationScope, wanted: string): Promise<string | undefined> {
  const addressed = await resolveOrganization(wanted);
  if (addressed) return addressed.id;
  const { organizations } = await listOrganizations(scope, { search: wanted, sort: "name", page: 1, pageSize: 100 });
  const named = organizations.filter(({ name }) => name.toLowerCase() === wanted.trim().toLowerCase());
  if (named.length > 1) throw new Error(`Several organizations are called ${wanted}; name one by its slug: ${named.map(({ slug }) => slug).join(", ")}`);
  return named[0]?.id;
}
