import { uuidv7 } from "uuidv7";
import type pg from "pg";
import { clock } from "@/lib/clock";
import type { Actor, InstallationScope, OrganizationScope } from "@/lib/scope";

export type AuditFact = {
  /** Who acts, and where; without a scope only what Rollcall does by itself. */
  scope: OrganizationScope | InstallationScope | { actor: Actor & { type: "system" } };
  /** `connection.create`, `role_mapping.update`, … */
  action: string;
  target: { type: string; id: string; label: string };
  /** Only what changed. Never a token, a secret or a password. */
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
  /** For an installation scope that acts on one organization. */
  organizationId?: string;
};

const INSERT = `
  INSERT INTO audit_entry (id, organization_id, at, actor_type, actor_id, actor_label, remote_address,
                           action, target_type, target_id, target_label, before, after)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`;

/** Writes who did what, on the transaction of the change (or on the pool where there is none). */
export async function recordAudit(connection: Pick<pg.ClientBase, "query">, fact: AuditFact): Promise<void> {
  const { actor } = fact.scope;
  const organizationId = "organizationId" in fact.scope ? fact.scope.organizationId : (fact.organizationId ?? null);
  await connection.query({
    name: "record-audit",
    text: INSERT,
    values: [
      uuidv7(),
      organizationId,
      clock.now(),
      actor.type,
      actor.id,
      actor.label,
      actor.remoteAddress,
      fact.action,
      fact.target.type,
      fact.target.id,
      fact.target.label,
      asJson(fact.before),
      asJson(fact.after),
    ],
  });
}

function asJson(value: Record<string, unknown> | undefined): string | null {
  return value === undefined ? null : JSON.stringify(value);
}
