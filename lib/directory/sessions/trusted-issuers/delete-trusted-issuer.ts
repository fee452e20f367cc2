import { recordAudit } from "@/lib/activity/record-audit";
import { transaction } from "@/lib/db/transaction";
import type { InstallationScope } from "@/lib/scope";
import { getTrustedIssuer } from "./find-trusted-issuers";
import { tellIssuer } from "./trusted-issuer";

/** Trusts an issuer no longer. Sessions that came of its tokens go on. @throws DomainError `not_found` */
export async function deleteTrustedIssuer(scope: InstallationScope, id: string): Promise<void> {
  await transaction(async (tx) => {
    const issuer = await getTrustedIssuer(scope, id, tx, { lock: true });
    await tx.query("DELETE FROM trusted_issuer WHERE id = $1", [id]);
    const target = { type: "trusted_issuer", id, label: issuer.name || issuer.issuer };
    await recordAudit(tx, { scope, action: "trusted_issuer.delete", target, before: tellIssuer(issuer) });
  });
}
