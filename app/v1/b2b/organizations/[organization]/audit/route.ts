import { AuditQuery } from "@/lib/contracts/audit";
import { listAuditEntries } from "@/lib/http/list-audit-entries";
import { withOrganization } from "@/lib/http/with-organization";

export const GET = withOrganization({ permission: "audit.get", query: AuditQuery }, listAuditEntries);
