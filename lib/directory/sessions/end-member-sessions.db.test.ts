import { beforeAll, describe, expect, it } from "vitest";
import { uuidv7 } from "uuidv7";
import { deleteConnection } from "@/lib/connections/delete-connection";
import { pool } from "@/lib/db/client";
import { transaction } from "@/lib/db/transaction";
import { deleteMember } from "@/lib/directory/members/delete-member";
import { updateOrganization } from "@/lib/organizations/update-organization";
import { createTenant, type Tenant } from "@/tests/support/create-tenant";
import { callScim } from "@/tests/support/scim-client";
import { provisionPerson } from "@/tests/support/seed-directory";
import { endMemberSessions } from "./end-member-sessions";

let tenant: Tenant;
let other: Tenant;

beforeAll(async () => {
  tenant = await createTenant({ name: "Acme" });
  other = await createTenant({ name: "Globex" });
});

type Person = Awaited<ReturnType<typeof provisionPerson>>;

async function signedIn(of: Tenant, name: string): Promise<Person & { sessionId: string }> {
  const sessionId = uuidv7();
  const person = await provisionPerson(of, { name, email: `${sessionId}@acme.test`, attributes: { userName: `${sessionId}@acme.test` } });
  await pool().query(
    `INSERT INTO member_session (id, organization_id, member_id, token_hash, expires_at) VALUES ($1, $2, $3, $4, now() + interval '1 hour')`,
    [sessionId, of.organizationId, person.memberId, Buffer.from(sessionId)],
  );
  return { ...person, sessionId };
}

async function endOf({ sessionId }: { sessionId: string }): Promise<string | null> {
  const { rows } = await pool().query<{ reason: string | null }>(`SELECT revoked_reason AS reason FROM member_session WHERE id = $1`, [sessionId]);
  return rows[0] ? rows[0].reason : "gone";
}

const patch = (...operations: unknown[]) => ({ schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"], Operations: operations });
const user = (userName: string, active: boolean) => ({ schemas: ["urn:ietf:params:scim:schemas:core:2.0:User"], userName, active });

describe("Sessions end with the access of their member", () => {
  const ways: { way: string; reason: string; take: (person: Person) => Promise<unknown> }[] = [
    { way: "PATCH active", reason: "member_deactivated", take: ({ registrationId }) => callScim(tenant, "PATCH", `/Users/${registrationId}`, patch({ op: "replace", path: "active", value: false })) },
    { way: "PUT", reason: "member_deactivated", take: ({ registrationId }) => callScim(tenant, "PUT", `/Users/${registrationId}`, user(`u${registrationId}@acme.test`, false)) },
    { way: "DELETE", reason: "member_deleted", take: ({ registrationId }) => callScim(tenant, "DELETE", `/Users/${registrationId}`) },
    {
      way: "Bulk PATCH",
      reason: "member_deactivated",
      take: ({ registrationId }) =>
        callScim(tenant, "POST", "/Bulk", {
          schemas: ["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],
          Operations: [{ method: "PATCH", path: `/Users/${registrationId}`, data: patch({ op: "replace", value: { active: false } }) }],
        }),
    },
    { way: "removal by the API", reason: "member_deleted", take: ({ memberId }) => deleteMember(tenant.organizationScope, memberId) },
  ];

  it.each(ways)("by $way", async ({ reason, take }) => {
    const [leaver, colleague] = [await signedIn(tenant, "Leaver"), await signedIn(tenant, "Colleague")];
    await take(leaver);
    expect(await endOf(leaver)).toBe(reason);
    expect(await endOf(colleague)).toBeNull();
  });

  it("when the organization is suspended, and in no other organization", async () => {
    const suspended = await createTenant({ name: "Initech" });
    const [theirs, ours] = [await signedIn(suspended, "Ada"), await signedIn(other, "Ada")];
    await updateOrganization(suspended.organizationScope, { status: "suspended" });
    expect(await endOf(theirs)).toBe("organization_suspended");
    expect(await endOf(ours)).toBeNull();
  });

  it("when a connection is deleted with its people deactivated, and not when they are kept", async () => {
    const [gone, kept] = [await createTenant({ name: "Hooli" }), await createTenant({ name: "Umbrella" })];
    const [leaver, stayer] = [await signedIn(gone, "Leaver"), await signedIn(kept, "Stayer")];
    await deleteConnection(gone.organizationScope, gone.connectionId, "deactivate");
    await deleteConnection(kept.organizationScope, kept.connectionId, "keep");
    expect(await endOf(leaver)).toBe("member_deactivated");
    expect(await endOf(stayer)).toBeNull();
  });

  it("not by a change that is undone", async () => {
    const person = await signedIn(tenant, "Ada");
    const undone = transaction(async (tx) => {
      await tx.query("UPDATE member SET status = 'deactivated' WHERE id = $1", [person.memberId]);
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    expect(await endOf(person)).toBeNull();
  });
});

it("endMemberSessions ends those of the named people only, each once, with the reason", async () => {
  const [first, second, third] = [await signedIn(tenant, "A"), await signedIn(tenant, "B"), await signedIn(tenant, "C")];
  expect(await transaction((tx) => endMemberSessions(tx, [first.memberId, second.memberId], "brake"))).toBe(2);
  expect(await transaction((tx) => endMemberSessions(tx, [first.memberId, second.memberId], "again"))).toBe(0);
  expect([await endOf(first), await endOf(second), await endOf(third)]).toEqual(["brake", "brake", null]);
});
