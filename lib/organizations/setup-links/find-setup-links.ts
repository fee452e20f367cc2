import type { SetupLinkWire } from "@/lib/contracts/setup-link";
import type { OrganizationScope } from "@/lib/scope";
import { selectSetupLinks } from "./select-setup-links";

/** The last hundred set-up links of the organization, newest first. */
export function findSetupLinks(scope: OrganizationScope): Promise<SetupLinkWire[]> {
  return selectSetupLinks(scope, null);
}
