import { findAuditEntries, type AuditEntry } from "@/lib/activity/find-audit-entries";
import type { AuditEntry as AuditEntryWire, AuditQuery } from "@/lib/contracts/audit";
import type { InstallationScope, OrganizationScope } from "@/lib/scope";

/** `GET …/audit` of an organization and of the installation. */
export async function listAuditEntries({ scope, query }: { scope: OrganizationScope | InstallationScope; query: AuditQuery }) {
  const { limit, ...filter } = query;
  const { entries, total, nextCursor } = await findAuditEntries(scope, { ...filter, pageSize: limit });
  return { audit_entries: entries.map(show), results_metadata: { total, next_cursor: nextCursor } };
}

function show(entry: AuditEntry): AuditEntryWire {
  return {
    audit_entry_id: `audit-entry-${entry.id}`,
    at: entry.at.toISOString(),
    organization_id: entry.organization && `organization-${entry.organization.id}`,
    actor: entry.actor,
    remote_address: entry.remoteAddress,
    action: entry.action,
    target: entry.target,
    before: entry.before,
    after: entry.after,
  };
}
