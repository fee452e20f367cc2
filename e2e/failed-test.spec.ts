import { openIdp } from "../simulator/simulate.ts";
import { expectAccessible } from "./expect-accessible.ts";
import { expect, test } from "./fixtures.ts";
import { confirmToken, createConnection, signIn } from "./portal.ts";
import { text } from "./texts.ts";

const WITHIN = { timeout: 2_000 };

test("An admin sees within two seconds why the credential test failed", async ({ app, admin, page }) => {
  await signIn(page, app.url, admin);
  await page.waitForURL(`**/organizations/${admin.organization}`);
  const { base, token } = await createConnection(page, { idp: "okta", urlLabel: "SCIM connector base URL", tokenLabel: "Authorization: Bearer" });
  await confirmToken(page);
  await page.evaluate(() => document.documentElement.setAttribute("data-never-reloaded", ""));
  const test = (url: string, authorization: string) => fetch(`${url}/Users?startIndex=1&count=2`, { headers: { authorization } });
  const cause = (name: string, values = {}) => page.getByText(text(`activity.causes.${name}.cause`, values));

  await test(base, `Bearer ${token.slice(0, 20)} ${token.slice(20)}`);
  await expect(cause("token_spaced")).toBeVisible(WITHIN);
  await expect(page.getByText(text("activity.causes.token_spaced.fix", { last_four: token.slice(-4) }))).toBeVisible();
  await expectAccessible(page);
  await test(base, `Bearer ${token.slice(0, 30)}`);
  await expect(cause("token_cut", { arrived: 30, whole: 43 })).toBeVisible(WITHIN);
  await test(base, `Basic ${Buffer.from("scim:secret").toString("base64")}`);
  await expect(cause("basic_off")).toBeVisible(WITHIN);
  await test(`${app.url}/scim/v2`, `Bearer ${token}`);
  await expect(cause("url_wrong")).toBeVisible(WITHIN);
  await test(`${base}/scim`, `Bearer ${token}`);
  await expect(cause("path_doubled")).toBeVisible(WITHIN);
  await test(`${base}/Users`, `Bearer ${token}`);
  await expect(cause("path_users")).toBeVisible(WITHIN);

  await openIdp("okta", { base, token, users: 1, groups: 1 }).test();
  await expect(page.getByText(text("connections.setup.watch.seen.credential_okta"))).toBeVisible(WITHIN);
  await expect(cause("path_users")).toHaveCount(0);
  await expect(cause("path_doubled")).toHaveCount(0);
  await expect(page.locator("html[data-never-reloaded]")).toHaveCount(1);
});
