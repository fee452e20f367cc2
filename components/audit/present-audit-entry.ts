import type { AuditRow } from "./audit-row";

type Entry = Omit<AuditRow, "at" | "organization"> & { at: Date; organization: { name: string; slug: string } | null };

/** What a page hands to the browser of an audit entry. */
export function presentAuditEntry(entry: Entry): AuditRow {
  const { id, at, actor, remoteAddress, action, target, organization, before, after } = entry;
  return {
    id,
    at: at.toISOString(),
    actor: { type: actor.type, label: actor.label },
    remoteAddress,
    action,
    target: { type: target.type, label: target.label },
    organization: organization && { name: organization.name, slug: organization.slug },
    before,
    after,
  };
}
