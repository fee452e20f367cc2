import { recordAudit } from "@/lib/activity/record-audit";
import { publishLive } from "@/lib/db/notify";
import { transaction, type Transaction } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import type { OrganizationScope } from "@/lib/scope";
import { recordOrganizationEvent } from "./record-organization-event";

export type OrganizationChange = {
  name?: string;
  slug?: string;
  externalId?: string | null;
  logoUrl?: string | null;
  brandColor?: string | null;
  status?: "active" | "suspended";
  trustedMetadata?: Record<string, unknown>;
  /** How long a session of a member may last; null: as the vendor's app decides. */
  sessionMinutes?: number | null;
  callRetentionDays?: number | null;
  callBodiesKept?: boolean;
};

const COLUMNS: Record<keyof OrganizationChange, string> = {
  name: "name",
  slug: "slug",
  externalId: "external_id",
  logoUrl: "logo_url",
  brandColor: "brand_color",
  status: "status",
  trustedMetadata: "trusted_metadata",
  sessionMinutes: "session_minutes",
  callRetentionDays: "call_retention_days",
  callBodiesKept: "call_bodies_kept",
};

/**
 * Changes what is given and leaves the rest. Writes nothing when nothing differs.
 * @throws DomainError `conflict` when the slug or external id is in use
 */
export async function updateOrganization(scope: OrganizationScope, change: OrganizationChange): Promise<void> {
  const written = await transaction(async (tx) => {
    const before = await lockOrganization(tx, scope);
    const changed = (Object.keys(COLUMNS) as (keyof OrganizationChange)[]).filter((field) => differs(before[COLUMNS[field]], change[field]));
    if (changed.length === 0) return false;
    await write(tx, scope, change, changed);
    await recordAudit(tx, {
      scope,
      action: actionOf(change, changed),
      target: { type: "organization", id: scope.organizationId, label: change.name ?? String(before.name) },
      before: Object.fromEntries(changed.map((field) => [COLUMNS[field], before[COLUMNS[field]]])),
      after: Object.fromEntries(changed.map((field) => [COLUMNS[field], change[field]])),
    });
    await recordOrganizationEvent(tx, scope.actor, scope.organizationId, "update");
    return true;
  });
  // Its name and colour are on every page.
  if (written) await publishLive({ organization_id: scope.organizationId, topics: ["connection"] });
}

async function lockOrganization(tx: Transaction, scope: OrganizationScope): Promise<Record<string, unknown>> {
  const found = await tx.query<Record<string, unknown>>("SELECT * FROM organization WHERE id = $1 FOR UPDATE", [scope.organizationId]);
  const row = found.rows[0];
  if (!row) throw new DomainError("not_found", "organization_not_found", "Organization could not be found.");
  return row;
}

function differs(before: unknown, after: unknown): boolean {
  return after !== undefined && JSON.stringify(before) !== JSON.stringify(after);
}

async function write(tx: Transaction, scope: OrganizationScope, change: OrganizationChange, changed: (keyof OrganizationChange)[]): Promise<void> {
  const values = changed.map((field) => (field === "trustedMetadata" ? JSON.stringify(change[field]) : change[field]));
  const assignments = changed.map((field, index) => `${COLUMNS[field]} = $${index + 2}`).join(", ");
  const statement = `UPDATE organization SET ${assignments}, updated_at = now() WHERE id = $1`;
  await tx.query(statement, [scope.organizationId, ...values]).catch(refuseTaken);
}

function refuseTaken(error: Error & { code?: string; constraint?: string }): never {
  if (error.code !== "23505") throw error;
  const [code, field] = error.constraint?.includes("external_id")
    ? (["organization_external_id_already_used", "organization_external_id"] as const)
    : (["organization_slug_already_used", "organization_slug"] as const);
  throw new DomainError("conflict", code, "Another organization uses it already.", { fields: { [field]: "taken" } });
}

function actionOf(change: OrganizationChange, changed: (keyof OrganizationChange)[]): string {
  if (!changed.includes("status")) return "organization.update";
  return change.status === "suspended" ? "organization.suspend" : "organization.resume";
}
