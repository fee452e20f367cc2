import { findCatalogue } from "@/lib/directory/roles/find-catalogue";
import { presentPolicy } from "@/lib/directory/roles/present-policy";
import { withInstallation } from "@/lib/http/with-installation";

export const GET = withInstallation({ permission: "role.get" }, async () => ({ policy: presentPolicy(await findCatalogue()) }));
