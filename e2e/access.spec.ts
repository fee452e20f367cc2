import { expectAccessible } from "./expect-accessible.ts";
import { expect, test } from "./fixtures.ts";
import { openPart, signIn } from "./portal.ts";
import { text } from "./texts.ts";

const NEW_CUSTOMER = { name: "Mallory", email: "mallory@globex.example", password: "mallory was here once" };

test("A wrong password is refused, the attempts are limited, and nothing that was typed is lost", async ({ app, admin, page }) => {
  const wrong = { ...admin, password: "not the password" };
  await signIn(page, app.url, wrong);
  await expect(page.getByText(text("auth.signIn.wrong"))).toBeVisible();
  await expect(page.getByLabel(text("auth.signIn.email"))).toHaveValue(admin.email);
  await expectAccessible(page);
  const submit = page.getByRole("button", { name: text("auth.signIn.submit"), exact: true });
  const limited = page.getByText(/Too many attempts/);
  for (let attempt = 2; attempt <= 11; attempt += 1) {
    await page.getByLabel(text("auth.signIn.password"), { exact: true }).fill(`${wrong.password} ${String(attempt)}`);
    const answered = page.waitForResponse((response) => response.request().method() === "POST");
    await submit.click();
    await answered;
    await expect(submit).toBeEnabled();
  }
  await expect(limited.first()).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel(text("auth.signIn.password"), { exact: true }).fill(admin.password);
  await submit.click();
  await expect(limited.first()).toBeVisible();
  await expect(page).toHaveURL(/sign-in/);
});

test("An admin who lost the role is out at the next request", async ({ app, admin, api, page }) => {
  await signIn(page, app.url, admin);
  await page.waitForURL(`**/organizations/${admin.organization}`);
  await openPart(page, "settings");
  const removed = await api("DELETE", `/v1/b2b/organizations/${admin.organization}/members/${admin.memberId}/roles/org_admin`);
  expect(removed.status).toBe(200);
  const answer = await page.goto(`${app.url}/organizations/${admin.organization}/members`);
  expect(answer?.status()).toBe(404);
  await expect(page.getByText(text("members.title"), { exact: true })).toHaveCount(0);
  const call = await page.request.get(`${app.url}/v1/b2b/organizations/${admin.organization}/members`);
  expect(call.status()).toBe(404);
});

test("Another organization's pages do not exist", async ({ app, admin, page }) => {
  const other = "globex";
  await app.cliJson(["admin", "create", "--organization", other, "--email", NEW_CUSTOMER.email, "--password", NEW_CUSTOMER.password, "--json"]);
  await signIn(page, app.url, admin);
  await page.waitForURL(`**/organizations/${admin.organization}`);
  await expectAccessible(page);
  for (const path of ["", "/members", "/connections", "/settings", "/audit"]) {
    const theirs = await page.goto(`${app.url}/organizations/${other}${path}`);
    const nobodys = await page.request.get(`${app.url}/organizations/nobody${path}`);
    expect([path, theirs?.status(), nobodys.status()]).toEqual([path, 404, 404]);
    await expect(page.getByRole("heading", { name: text("common.errors.notFoundTitle") })).toBeVisible();
    await expect(page.getByText(/globex/i)).toHaveCount(0);
  }
  await expectAccessible(page);
  const operators = await page.goto(`${app.url}/operator/organizations`);
  expect(operators?.status()).toBe(404);
});
