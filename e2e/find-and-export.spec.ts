import { readFileSync } from "node:fs";
import pg from "pg";
import { expectAccessible } from "./expect-accessible.ts";
import { expect, test } from "./fixtures.ts";
import { signIn } from "./portal.ts";
import { text } from "./texts.ts";

const FILL = `
  INSERT INTO member (id, organization_id, origin, status, email, email_key, name)
  SELECT gen_random_uuid(), (SELECT id FROM organization WHERE slug = $1), 'direct', 'active', 'p' || n || '@many.example', 'p' || n || '@many.example',
    CASE WHEN n = 4711 THEN '=HYPERLINK("x") Zaphod' ELSE 'Person ' || lpad(n::text, 5, '0') END
  FROM generate_series(1, 5000) AS n`;

test("An admin finds one person among many and exports the list", async ({ app, page, admin }) => {
  const client = new pg.Client({ connectionString: app.databaseUrl });
  await client.connect();
  await client.query(FILL, [admin.organization]);
  await client.end();
  await signIn(page, app.url, admin);
  await page.waitForURL(/\/organizations\/[^/]+$/);
  await page.goto(`${app.url}/organizations/${admin.organization}/members`);
  await expect(page.getByText(text("common.showingRange", { from: 1, to: 50, total: 5001 }))).toBeVisible();
  const [everyone] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: text("members.export.start") }).click()]);
  expect(linesOf(await everyone.path())).toHaveLength(5002);
  await page.getByRole("searchbox").first().fill("zaphod");
  await expect(page.getByText(text("common.showingRange", { from: 1, to: 1, total: 1 }))).toBeVisible();
  await expect(page).toHaveURL(/query=zaphod/);
  const [one] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: text("members.export.start") }).click()]);
  const [head, row, ...rest] = linesOf(await one.path());
  expect(rest).toEqual([]);
  expect(head).toContain(text("members.export.columns.email"));
  // What a spreadsheet would run is only shown by it.
  expect(row).toContain(`"'=HYPERLINK(""x"") Zaphod"`);
  await page.getByRole("searchbox").first().fill("nobody at all");
  await expect(page.getByText(text("common.noResultsTitle"))).toBeVisible();
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: text("common.palette.title") }).fill("zaphod");
  await page.getByRole("option", { name: /Zaphod/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: /Zaphod/ })).toBeVisible();
  await expectAccessible(page);
});

function linesOf(file: string): string[] {
  return readFileSync(file, "utf8").replace(/^\uFEFF/, "").trimEnd().split("\r\n");
}
