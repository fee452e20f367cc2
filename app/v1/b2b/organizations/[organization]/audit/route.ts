import { organizationOperations } from "@/lib/contracts/operations/organizations";
import { listAuditEntries } from "@/lib/http/list-audit-entries";
import { withOrganization } from "@/lib/http/with-organization";

export const GET = withOrganization(organizationOperations.audit, listAuditEntries);
