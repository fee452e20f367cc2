import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** Waits for the title, and for what fades in or out: half-way through, a colour is neither the one before nor the one after. */
async function settle(page: Page): Promise<void> {
  await expect(page).toHaveTitle(/\S/);
  await page.evaluate(async () => {
    const passing = document.getAnimations().filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(passing.map((animation) => animation.finished));
  });
}

/** WCAG 2.2 AA and axe's best practices: no violation on the page as it stands, dialogs included. */
export async function expectAccessible(page: Page): Promise<void> {
  // A toast leaves by its own clock: without motion, axe never meets it half-way out.
  await page.emulateMedia({ reducedMotion: "reduce" });
  await settle(page);
  const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]).analyze();
  await page.emulateMedia({ reducedMotion: null });
  const told = violations.map(({ id, help, nodes }) => `${id}: ${help}\n    ${nodes.map(({ html }) => html.slice(0, 160)).join("\n    ")}`);
  expect.soft(told, `axe at ${page.url()}`).toEqual([]);
}
