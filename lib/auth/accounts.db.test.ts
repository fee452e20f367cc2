import { describe, expect, it } from "vitest";
import { pool } from "@/lib/db/client";
import { createTenant, installationScope } from "@/tests/support/create-tenant";
import { addUser, sessionCookie } from "@/tests/support/portal-people";
import { provisionPerson } from "@/tests/support/seed-directory";
import { authenticateCredential } from "./authenticate-credential";
import { checkPassword } from "./check-password";
import { completeFirstRun } from "./complete-first-run";
import { createCredential } from "./create-credential";
import { createOperator } from "./create-operator";
import { createOrgAdmin } from "./create-org-admin";
import { findPortalRoles } from "./find-portal-roles";
import { isFirstRun } from "./first-run";
import { hashPassword } from "./hash-password";
import { noteSignIn } from "./note-sign-in";
import { readSession } from "./read-session";
import { revokeCredential } from "./revoke-credential";
import { verifyUserEmail } from "./verify-user-email";

const refused = (code: string) => expect.objectContaining({ code });
const basic = (user: string, password: string) => `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;

// First in this file: the database is empty only now.
describe("First run", () => {
  it("Of five at once one becomes the operator; afterwards it is closed", async () => {
    expect(await isFirstRun()).toBe(true);
    const attempts = ["a", "b", "c", "d", "e"].map((name) => completeFirstRun({ name, email: `${name}@vendor.test`, password: "long enough" }, null));
    const outcomes = await Promise.allSettled(attempts);
    expect(outcomes.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(1);
    const operators = await pool().query(`SELECT id FROM "user" WHERE operator`);
    expect(operators.rowCount).toBe(1);
    expect(await isFirstRun()).toBe(false);
    await pool().query(`DELETE FROM "user"`);
    expect(await isFirstRun()).toBe(false);
    await expect(completeFirstRun({ name: "late", email: "late@vendor.test", password: "long enough" }, null)).rejects.toEqual(refused("first_run_completed"));
  });
});

describe("Passwords and their limits", () => {
  it("The right password signs in, whatever the case of the e-mail; a wrong one and an unknown account do not", async () => {
    const user = await addUser("pat@example.test", { passwordHash: await hashPassword("correct horse") });
    expect((await checkPassword(user.email.toUpperCase(), "correct horse", "10.0.0.1"))?.id).toBe(user.id);
    expect(await checkPassword(user.email, "wrong horse", "10.0.0.1")).toBeNull();
    expect(await checkPassword("nobody@example.test", "correct horse", "10.0.0.1")).toBeNull();
  });

  it("After ten wrong attempts an e-mail waits, even with the right password and from elsewhere; others do not", async () => {
    const [victim, other] = [
      await addUser("victim@example.test", { passwordHash: await hashPassword("correct horse") }),
      await addUser("other@example.test", { passwordHash: await hashPassword("correct horse") }),
    ];
    const wrong = await Promise.all(Array.from({ length: 10 }, (_, n) => checkPassword(victim.email, "wrong", `10.1.0.${n}`)));
    expect(wrong).toEqual(Array(10).fill(null));
    await expect(checkPassword(victim.email, "correct horse", "10.2.0.1")).rejects.toEqual(refused("too_many_requests"));
    expect(await checkPassword(other.email, "correct horse", "10.2.0.1")).not.toBeNull();
  });

  it("An address that tries many accounts waits; a good sign-in costs it nothing", async () => {
    const user = await addUser("steady@example.test", { passwordHash: await hashPassword("correct horse") });
    for (let n = 0; n < 3; n++) await checkPassword(user.email, "correct horse", "10.3.0.1");
    const attempts = await Promise.allSettled(Array.from({ length: 65 }, (_, n) => checkPassword(`guess-${n}@example.test`, "x", "10.3.0.1")));
    expect(attempts.filter((attempt) => attempt.status === "rejected")).toHaveLength(5);
    await expect(checkPassword(user.email, "correct horse", "10.3.0.1")).rejects.toEqual(refused("too_many_requests"));
  }, 30_000);
});

describe("Sessions", () => {
  it("A cookie works until the epoch is raised or the user is gone", async () => {
    const user = await addUser("session@example.test");
    const cookie = await sessionCookie(user);
    expect((await readSession(cookie))?.email).toBe(user.email);
    expect(await readSession(`${cookie}x`)).toBeNull();
    await pool().query(`UPDATE "user" SET operator = true WHERE id = $1`, [user.id]);
    expect((await readSession(cookie))?.operator).toBe(true);
    await pool().query(`UPDATE "user" SET session_epoch = session_epoch + 1, operator = false WHERE id = $1`, [user.id]);
    expect(await readSession(cookie)).toBeNull();
  });
});

describe("Linking users and members", () => {
  it("A verified e-mail finds its members in every organization at sign-in; an unverified one finds nobody", async () => {
    const [acme, globex] = [await createTenant({ name: "Acme" }), await createTenant({ name: "Globex" })];
    const [verified, unverified] = [await addUser("v@example.test"), await addUser("u@example.test", { verified: false })];
    const mine = [
      await provisionPerson(acme, { name: "V", email: verified.email }),
      await provisionPerson(globex, { name: "V", email: verified.email.toUpperCase() }),
    ];
    const foreign = await provisionPerson(acme, { name: "U", email: unverified.email });
    await noteSignIn(verified.id);
    await noteSignIn(unverified.id);
    const linked = await pool().query<{ id: string; user_id: string }>("SELECT id, user_id FROM member WHERE user_id IN ($1, $2)", [verified.id, unverified.id]);
    expect(linked.rows.map((row) => row.id).sort()).toEqual(mine.map((member) => member.memberId).sort());
    expect(linked.rows.map((row) => row.id)).not.toContain(foreign.memberId);
  });

  it("The first proof of an e-mail drops a password set without one, and its sessions", async () => {
    const squatted = await addUser("squatted@example.test", { verified: false, passwordHash: await hashPassword("squatters password") });
    const epoch = await noteSignIn(squatted.id);
    await verifyUserEmail(squatted.id);
    expect(await checkPassword(squatted.email, "squatters password", "10.4.0.1")).toBeNull();
    expect(await noteSignIn(squatted.id)).toBe(epoch + 1);
    await verifyUserEmail(squatted.id);
    expect(await noteSignIn(squatted.id)).toBe(epoch + 1);
  });
});

describe("What the command line makes", () => {
  it("An operator and an org admin who can sign in at once; twice changes nothing, another password is refused", async () => {
    const acme = await createTenant({ name: "Acme" });
    const first = await createOperator(installationScope, { email: "Cli@vendor.test", password: "operator pass" });
    expect(first.created).toBe(true);
    expect((await createOperator(installationScope, { email: "cli@vendor.test", password: "operator pass" })).id).toBe(first.id);
    await expect(createOperator(installationScope, { email: "cli@vendor.test", password: "other pass" })).rejects.toEqual(refused("user_has_another_password"));
    const admin = await createOrgAdmin(acme.organizationScope, { email: "admin@acme.test", password: "admin password" });
    expect(await createOrgAdmin(acme.organizationScope, { email: "admin@acme.test", password: "admin password" })).toEqual(admin);
    expect(await findPortalRoles(admin.userId, acme.organizationId)).toEqual(new Set(["org_member", "org_admin"]));
    expect((await checkPassword("admin@acme.test", "admin password", "10.5.0.1"))?.id).toBe(admin.userId);
  });

  it("A credential opens the API until it is revoked; only its hash is stored", async () => {
    const made = await createCredential(installationScope, "backend");
    expect(await authenticateCredential(basic(made.projectId, made.secret))).toEqual({ id: made.id, name: "backend", scopes: ["read", "write", "webhooks", "sessions"] });
    for (const wrong of [basic("project-other", made.secret), basic(made.projectId, `${made.secret}x`), basic(made.projectId, "\0"), "Basic !!", "Bearer x", ""]) {
      expect(await authenticateCredential(wrong)).toBeNull();
    }
    const stored = await pool().query("SELECT * FROM api_credential WHERE id = $1", [made.id]);
    expect(JSON.stringify(stored.rows)).not.toContain(made.secret);
    await revokeCredential(installationScope, made.id);
    expect(await authenticateCredential(basic(made.projectId, made.secret))).toBeNull();
  });
});
