import { organizationOperations } from "@/lib/contracts/operations/organizations";
import { withOrganization } from "@/lib/http/with-organization";
import { countMembers } from "@/lib/organizations/count-members";

export const GET = withOrganization(organizationOperations.metrics, async ({ scope }) => ({ member_count: await countMembers(scope) }));
