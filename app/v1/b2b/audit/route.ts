import { AuditQuery } from "@/lib/contracts/audit";
import { listAuditEntries } from "@/lib/http/list-audit-entries";
import { withInstallation } from "@/lib/http/with-installation";

export const GET = withInstallation({ permission: "audit.get", query: AuditQuery }, listAuditEntries);
