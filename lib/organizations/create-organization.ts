import { uuidv7 } from "uuidv7";
import { recordAudit } from "@/lib/activity/record-audit";
import { transaction, type Transaction } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import type { InstallationScope } from "@/lib/scope";
import { recordOrganizationEvent } from "./record-organization-event";
import { slugifyName } from "./slugify-name";

export type NewOrganization = {
  name: string;
  /** Made from the name when it is not given. */
  slug?: string | null;
  externalId?: string | null;
  logoUrl?: string | null;
  trustedMetadata?: Record<string, unknown>;
};

const INSERT = `
  INSERT INTO organization (id, name, slug, external_id, logo_url, trusted_metadata)
  VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING id`;
const TAKEN_EXTERNAL_ID = "SELECT 1 FROM organization WHERE external_id = $1";

/**
 * Creates an organization. Without a slug one is made from the name, with a number behind it when that is taken.
 * @throws DomainError `conflict` when the given slug or external id is in use
 */
export async function createOrganization(scope: InstallationScope, given: NewOrganization): Promise<{ id: string; slug: string }> {
  return transaction(async (tx) => {
    const created = await insert(tx, given);
    await recordAudit(tx, {
      scope,
      action: "organization.create",
      organizationId: created.id,
      target: { type: "organization", id: created.id, label: given.name },
      after: { name: given.name, slug: created.slug, external_id: given.externalId ?? null },
    });
    await recordOrganizationEvent(tx, scope.actor, created.id, "create");
    return created;
  });
}

async function insert(tx: Transaction, given: NewOrganization): Promise<{ id: string; slug: string }> {
  const wanted = given.slug ?? (slugifyName(given.name) || "organization");
  const attempts = given.slug ? [given.slug] : [wanted, ...[2, 3, 4, 5, 6, 7, 8, 9].map((n) => `${wanted}-${n}`), `${wanted}-${uuidv7().slice(-8)}`];
  for (const slug of attempts.map((attempt) => (attempt.length < 2 ? `${attempt}-1` : attempt))) {
    const id = uuidv7();
    const metadata = JSON.stringify(given.trustedMetadata ?? {});
    const inserted = await tx.query(INSERT, [id, given.name, slug, given.externalId || null, given.logoUrl || null, metadata]);
    if (inserted.rowCount === 1) return { id, slug };
    await refuseTakenExternalId(tx, given.externalId);
  }
  throw new DomainError("conflict", "organization_slug_already_used", `The slug ${wanted} is in use.`, { fields: { organization_slug: "taken" } });
}

async function refuseTakenExternalId(tx: Transaction, externalId: string | null | undefined): Promise<void> {
  if (!externalId || (await tx.query(TAKEN_EXTERNAL_ID, [externalId])).rowCount === 0) return;
  throw new DomainError("conflict", "organization_external_id_already_used", `The external id ${externalId} is in use.`, {
    fields: { organization_external_id: "taken" },
  });
}
