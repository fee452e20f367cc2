import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { text } from "./texts.ts";

/** Holds what matches until `release` is called. */
async function hold(page: Page, wanted: (url: string, headers: Record<string, string>) => boolean): Promise<{ release: () => void }> {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route("**/*", async (route) => {
    if (wanted(route.request().url(), route.request().headers())) await released;
    await route.continue().catch(() => undefined);
  });
  return { release };
}

test("An impatient admin loses no click and no word while the page is still arriving, and sees no empty page", async ({ app, admin, page }) => {
  const scripts = await hold(page, (url) => /\/_next\/static\/.*\.js/.test(url));
  await page.goto(`${app.url}/sign-in`, { waitUntil: "commit" });
  await page.getByLabel(text("auth.signIn.email")).fill(admin.email);
  await page.getByLabel(text("auth.signIn.password"), { exact: true }).fill(admin.password);
  await page.getByRole("button", { name: text("auth.signIn.submit"), exact: true }).click();
  await expect(page.locator("html[data-waiting]")).toBeAttached();
  scripts.release();
  const overview = `${app.url}/organizations/${admin.organization}`;
  await page.waitForURL(overview);
  await page.unroute("**/*");

  const later = await hold(page, (url) => /\/_next\/static\/.*\.js/.test(url));
  await page.goto(`${overview}/settings`, { waitUntil: "commit" });
  await page.getByRole("button", { name: text("settings.admins.invite") }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  later.release();
  await expect(page.getByRole("dialog").getByLabel(text("settings.invite.email"))).toBeVisible();
  await page.unroute("**/*");

  const ofSettings = (url: string, headers: Record<string, string>): boolean => headers["rsc"] !== undefined && url.includes("/settings");
  const prefetch = await hold(page, (url, headers) => ofSettings(url, headers) && headers["next-router-prefetch"] !== undefined && headers["next-router-segment-prefetch"] !== "/_tree");
  const answer = await hold(page, (url, headers) => ofSettings(url, headers) && headers["next-router-prefetch"] === undefined);
  const asked = page.waitForRequest((request) => request.url().includes("/settings") && request.headers()["next-router-prefetch"] !== undefined && request.headers()["next-router-segment-prefetch"] !== "/_tree");
  await page.goto(overview);
  await asked;
  await page.getByRole("link", { name: text("common.navigation.settings"), exact: true }).click();
  prefetch.release();
  await expect(page.getByRole("main").getByRole("status", { name: text("common.loading") })).toBeVisible();
  answer.release();
  await expect(page.getByRole("heading", { level: 1, name: text("settings.title") })).toBeVisible();
});
