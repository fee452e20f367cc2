import { scopeToOrganization } from "@/lib/auth/scope-to-organization";
import { DomainError } from "@/lib/errors";
import { deleteOrganization } from "@/lib/organizations/delete-organization";
import { resolveOrganization } from "@/lib/organizations/resolve-organization";
import type { InstallationScope } from "@/lib/scope";
import { demoExternalId } from "./demo-external-id";

/** Removes the demo organization with everything in it. Answers its id. @throws DomainError `not_found` */
export async function removeDemo({ actor }: InstallationScope): Promise<string> {
  const demo = await resolveOrganization(demoExternalId);
  if (!demo) throw new DomainError("not_found", "organization_not_found", "There is no demo organization.");
  await deleteOrganization(scopeToOrganization(demo.id, actor));
  return demo.id;
}
