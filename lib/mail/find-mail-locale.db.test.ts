import { beforeAll, expect, it } from "vitest";
import { noteSignIn } from "@/lib/auth/note-sign-in";
import { setUserLocale } from "@/lib/auth/set-user-locale";
import { pool } from "@/lib/db/client";
import { createTenant, type Tenant } from "@/tests/support/create-tenant";
import { provisionPerson } from "@/tests/support/seed-directory";
import { findMailLocale } from "./find-mail-locale";
import { writeInvitationMail, writeSignInMail } from "./write-mail";

let acme: Tenant;
const users = { anna: "01920000-0000-7000-8000-000000000001", bea: "01920000-0000-7000-8000-000000000002" };

beforeAll(async () => {
  acme = await createTenant({ name: "Acme" });
  for (const [name, id] of Object.entries(users)) await pool().query(`INSERT INTO "user" (id, email, name) VALUES ($1, $2, $3)`, [id, `${name}@acme.test`, name]);
});

it("an e-mail is in the language that its reader last used in the portal", async () => {
  expect(await findMailLocale("anna@acme.test")).toBe("en");
  await noteSignIn(users.anna, { locale: "de" });
  expect(await findMailLocale("Anna@Acme.test")).toBe("de");
  await setUserLocale(users.anna, "en");
  expect(await findMailLocale("anna@acme.test", { fallback: "de" })).toBe("en");
});

it("without one it is in the language that the identity provider knows, then in the sender's, then in that of the request", async () => {
  const clara = await provisionPerson(acme, { name: "Clara", email: "clara@acme.test" });
  await pool().query(`UPDATE registration SET attributes = attributes || '{"preferredLanguage": "de-CH"}' WHERE id = $1`, [clara.registrationId]);
  await setUserLocale(users.bea, "de");
  expect(await findMailLocale("clara@acme.test")).toBe("de");
  expect(await findMailLocale("nobody@acme.test", { senderId: users.bea })).toBe("de");
  expect(await findMailLocale("nobody@acme.test", { fallback: "de" })).toBe("de");
  expect(await findMailLocale("nobody@acme.test")).toBe("en");
});

it("a German e-mail has German words and dates, and the same link", () => {
  const invitation = { url: "https://rollcall.test/invitations/x", organization: "Acme", inviter: "Anna", expiresAt: new Date("2026-12-03T10:00:00Z") };
  const [german, english] = [writeInvitationMail("bea@acme.test", "de", invitation), writeInvitationMail("bea@acme.test", "en", invitation)];
  expect(german.subject).toBe("Anna lädt Sie ein, Acme in Rollcall zu verwalten");
  expect(german.text).toContain("3. Dezember 2026");
  expect(english.text).toContain("December 3, 2026");
  for (const { text } of [german, english]) expect(text).toContain(invitation.url);
  expect(writeSignInMail("bea@acme.test", "de", "https://rollcall.test/x").subject).toBe("Ihr Anmeldelink für Rollcall");
});
