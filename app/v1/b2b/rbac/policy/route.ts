import { roleOperations } from "@/lib/contracts/operations/roles";
import { findCatalogue } from "@/lib/directory/roles/find-catalogue";
import { presentPolicy } from "@/lib/directory/roles/present-policy";
import { withInstallation } from "@/lib/http/with-installation";

export const GET = withInstallation(roleOperations.policy, async () => ({ policy: presentPolicy(await findCatalogue()) }));
