import { organizationOperations } from "@/lib/contracts/operations/organizations";
import { createAndShowOrganization } from "@/lib/http/create-and-show-organization";
import { withInstallation } from "@/lib/http/with-installation";

export const POST = withInstallation(organizationOperations.create, createAndShowOrganization);
