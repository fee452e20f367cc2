import { CreateOrganizationBody } from "@/lib/contracts/organization";
import { withInstallation } from "@/lib/http/with-installation";
import { createAndShowOrganization } from "@/lib/http/create-and-show-organization";

export const POST = withInstallation({ permission: "organization.create", body: CreateOrganizationBody }, createAndShowOrganization);
