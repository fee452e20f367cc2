import { expectAccessible } from "./expect-accessible.ts";
import { expect, findInDatabase, isInPage, test } from "./fixtures.ts";
import { confirmToken, createConnection, signIn } from "./portal.ts";
import { text } from "./texts.ts";

test("An admin rotates a token without an outage", async ({ app, admin, page }) => {
  await signIn(page, app.url, admin);
  await page.waitForURL(`**/organizations/${admin.organization}`);
  const { base, token: old } = await createConnection(page, { idp: "okta", urlLabel: "SCIM connector base URL", tokenLabel: "Authorization: Bearer" });
  await confirmToken(page);
  const call = async (token: string): Promise<number> => (await fetch(`${base}/Users?count=1`, { headers: { authorization: `Bearer ${token}` } })).status;
  expect(await call(old)).toBe(200);
  await page.goto(page.url().replace(/\/setup.*$/, ""));
  const replace = page.getByRole("button", { name: text("connections.token.replace") });
  const dialog = page.getByRole("dialog");

  const start = async (expiry?: string): Promise<string> => {
    await replace.click();
    if (expiry) {
      await dialog.getByRole("combobox").click();
      await page.getByRole("option", { name: expiry }).click();
    }
    await expectAccessible(page);
    await dialog.getByRole("button", { name: text("connections.token.begin") }).click();
    return dialog.getByLabel("Authorization: Bearer", { exact: true }).innerText();
  };

  const discarded = await start();
  expect(await call(discarded)).toBe(200);
  await page.keyboard.press("Escape");
  await expect(page.getByText(text("connections.token.discarded"))).toBeVisible();
  expect([await call(discarded), await call(old)]).toEqual([401, 200]);

  const next = await start(text("connections.token.expiries.90"));
  await dialog.getByRole("checkbox", { name: text("connections.token.copied") }).check();
  await dialog.getByRole("button", { name: text("connections.token.done") }).click();
  await expect(dialog).toBeHidden();
  expect(await isInPage(page, next)).toBe(false);
  expect(await findInDatabase(app, next)).toEqual({ tables: [], hashed: true });
  await expect(page.getByText(text("connections.token.overlapTitle"))).toBeVisible();
  expect([await call(old), await call(next), await call(next)]).toEqual([200, 200, 200]);
  await expect(page.getByText(/New token: 2 calls/)).toBeVisible({ timeout: 4_000 });
  await expect(page.getByText(text("connections.token.overlapReady", { idp: "Okta" }))).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("button", { name: text("connections.token.complete"), exact: true }).click();
  const confirm = page.getByRole("alertdialog").or(dialog);
  await confirm.getByRole("textbox").fill(old.slice(-4));
  await expectAccessible(page);
  await confirm.getByRole("button", { name: text("connections.token.completeConfirm", { lastFour: old.slice(-4) }) }).click();
  await expect(page.getByText(text("connections.token.completed", { lastFour: next.slice(-4) }))).toBeVisible();
  expect([await call(old), await call(next)]).toEqual([401, 200]);
});
