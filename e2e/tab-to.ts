import { expect, type Page } from "@playwright/test";

const MOST_TABS = 80;

/** Tabs on until the control of this name has the focus, as someone without a mouse does; it must be seen that it has it. */
export async function tabTo(page: Page, role: "link" | "button" | "textbox" | "checkbox" | "radio", name: string): Promise<void> {
  const wanted = page.getByRole(role, { name, exact: true }).first();
  await expect(wanted).toBeVisible();
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) {
      expect(await wanted.evaluate(showsFocus), `${role} “${name}” shows that it has the focus`).toBe(true);
      return;
    }
    await page.keyboard.press("Tab");
  }
  throw new Error(`${role} “${name}” cannot be reached by keyboard`);
}

/** Whether a ring is drawn around it. */
function showsFocus(element: Element): boolean {
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
  return (outlineStyle !== "none" && parseFloat(outlineWidth) >= 1) || boxShadow !== "none";
}
