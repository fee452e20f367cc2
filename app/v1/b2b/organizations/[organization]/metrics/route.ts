import { withOrganization } from "@/lib/http/with-organization";
import { countMembers } from "@/lib/organizations/count-members";

export const GET = withOrganization({ permission: "organization.get" }, async ({ scope }) => ({ member_count: await countMembers(scope) }));
