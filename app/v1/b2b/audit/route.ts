import { auditOperations } from "@/lib/contracts/operations/installation";
import { listAuditEntries } from "@/lib/http/list-audit-entries";
import { withInstallation } from "@/lib/http/with-installation";

export const GET = withInstallation(auditOperations.list, listAuditEntries);
