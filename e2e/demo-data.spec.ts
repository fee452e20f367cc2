import { expectAccessible } from "./expect-accessible.ts";
import { expect, test } from "./fixtures.ts";
import { completeFirstRun } from "./portal.ts";
import { text } from "./texts.ts";

test("An operator starts with demo data, sees how the system does, and removes the demo again", async ({ emptyApp, page }) => {
  await page.goto(emptyApp.url);
  await completeFirstRun(page, { name: "Olga Operator", email: "olga@vendor.example", password: "operators mind the shop" });
  await page.goto(`${emptyApp.url}/operator/organizations`);
  await page.getByRole("button", { name: text("operator.demo.make") }).click();
  await expect(page).toHaveURL(/\/organizations\/lumenworks-demo$/, { timeout: 60_000 });
  await page.goto(`${emptyApp.url}/organizations/lumenworks-demo/members`);
  await expect(page.getByRole("row").nth(20)).toBeVisible();
  const person = (await page.getByRole("row").nth(1).getByRole("link").first().innerText()).trim();
  await page.goto(`${emptyApp.url}/operator/health`);
  await expect(page.getByText(text("system.processes.alive"), { exact: true })).toBeVisible();
  await expect(page.getByRole("heading", { name: text("system.slowest.title") })).toBeVisible();
  await expectAccessible(page);
  const week = page.getByRole("button", { name: text("common.chart.periods.week"), exact: true });
  await week.click();
  await expect(page).toHaveURL(/[?&]period=week/);
  await page.reload();
  await expect(week).toHaveAttribute("aria-pressed", "true");

  await page.goto(`${emptyApp.url}/operator/events`);
  await page.getByRole("searchbox").fill(person);
  await expect(page).toHaveURL(/[?&]query=/);
  await page.reload();
  await expect(page.getByRole("row").filter({ hasNotText: person })).toHaveCount(1);
  const row = page.getByRole("row").nth(1).getByRole("button");
  await row.click();
  await expect(page.getByRole("dialog").getByText(person).first()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(row).toBeFocused();

  await page.goto(`${emptyApp.url}/operator/organizations`);
  await page.getByRole("button", { name: text("operator.demo.remove") }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: text("operator.demo.remove") }).click();
  await expect(page.getByText(text("operator.organizations.emptyTitle"))).toBeVisible();
});
