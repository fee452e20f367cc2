import type { SetupLinkWire } from "@/lib/contracts/setup-link";
import { DomainError } from "@/lib/errors";
import type { OrganizationScope } from "@/lib/scope";
import { selectSetupLinks } from "./select-setup-links";

/** One set-up link with who used it. @throws DomainError `setup_link_not_found` */
export async function getSetupLink(scope: OrganizationScope, id: string): Promise<SetupLinkWire> {
  const [link] = await selectSetupLinks(scope, id);
  if (!link) throw new DomainError("not_found", "setup_link_not_found", "There is no such set-up link in this organization.");
  return link;
}
