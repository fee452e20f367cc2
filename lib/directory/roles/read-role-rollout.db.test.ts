import { randomBytes } from "node:crypto";
import { uuidv7 } from "uuidv7";
import { beforeAll, describe, expect, it } from "vitest";
import { recordAudit } from "@/lib/activity/record-audit";
import { pool } from "@/lib/db/client";
import { transaction } from "@/lib/db/transaction";
import { createTenant, type Tenant } from "@/tests/support/create-tenant";
import { provisionPerson } from "@/tests/support/seed-directory";
import { readRoleRollout } from "./read-role-rollout";

describe("How far a change of roles has come with live sessions", () => {
  let acme: Tenant;
  let globex: Tenant;
  const sessions: string[] = [];

  beforeAll(async () => {
    [acme, globex] = [await createTenant({ name: "Acme" }), await createTenant({ name: "Globex" })];
    for (const tenant of [acme, acme, globex]) {
      const { memberId } = await provisionPerson(tenant, { name: `Person ${uuidv7()}` });
      const id = uuidv7();
      sessions.push(id);
      await pool().query(
        `INSERT INTO member_session (id, organization_id, member_id, token_hash, started_at, last_accessed_at, expires_at)
         VALUES ($1, $2, $3, $4, now() - interval '1 hour', now() - interval '1 hour', now() + interval '1 hour')`,
        [id, tenant.organizationId, memberId, randomBytes(32)],
      );
    }
  });

  it("says nothing when no mapping was changed", async () => expect(await readRoleRollout(acme.organizationScope, acme.connectionId)).toBeNull());

  it("counts the sessions that have fetched their roles since, and is done when all have", async () => {
    const target = { type: "connection", id: acme.connectionId, label: "Acme directory" };
    await transaction((tx) => recordAudit(tx, { scope: acme.organizationScope, action: "role_mapping.update", target, before: {}, after: {} }));
    expect(await readRoleRollout(acme.organizationScope, acme.connectionId)).toMatchObject({ sessions: 2, refreshed: 0 });
    await pool().query("UPDATE member_session SET last_accessed_at = now() WHERE id = $1", [sessions[0]]);
    expect(await readRoleRollout(acme.organizationScope, acme.connectionId)).toMatchObject({ sessions: 2, refreshed: 1 });
    await pool().query("UPDATE member_session SET revoked_at = now() WHERE id = $1", [sessions[1]]);
    expect(await readRoleRollout(acme.organizationScope, acme.connectionId)).toMatchObject({ sessions: 1, refreshed: 1 });
    await pool().query("UPDATE member_session SET revoked_at = now() WHERE id = $1", [sessions[0]]);
    expect(await readRoleRollout(acme.organizationScope, acme.connectionId)).toBeNull();
    expect(await readRoleRollout(globex.organizationScope, globex.connectionId)).toBeNull();
  });
});
