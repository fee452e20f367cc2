import { openIdp } from "../simulator/simulate.ts";
import { expectAccessible } from "./expect-accessible.ts";
import { expect, test } from "./fixtures.ts";
import { expectNoSidewaysScroll, signIn } from "./portal.ts";
import { text } from "./texts.ts";

type Made = { connection: { base_url: string; bearer_token: string; connection_id: string } };
type OneMember = { member: { member_id: string; status: string; email_address: string; scim_registration: { registration_id: string } | null } };

test("An admin reviews a person who was already there", async ({ app, api, admin, page }) => {
  const { connection } = (await (await api("POST", `/v1/b2b/scim/${admin.organization}/connection`, { display_name: "Okta", identity_provider: "okta" })).json()) as Made;
  const idp = openIdp("okta", { base: connection.base_url, token: connection.bearer_token, users: 4, groups: 1 });
  const [same, other] = idp.company.people;
  if (!same || !other) throw new Error("a company of four has two people");
  const members = `/v1/b2b/organizations/${admin.organization}/members`;
  const before = await Promise.all([same, other].map(async ({ userName, displayName }) => ((await (await api("POST", members, { email_address: userName, name: displayName })).json()) as OneMember).member));
  await idp.provision();

  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, app.url, admin);
  await page.waitForURL(`**/organizations/${admin.organization}`);
  await expect(page.getByText(text("matches.alert.title", { count: 2, connection: "Okta" }))).toBeVisible();
  await page.getByRole("link", { name: text("matches.alert.action"), exact: true }).click();
  await expect(page.getByRole("heading", { name: text("matches.title") })).toBeVisible();
  const row = (name: string) => page.getByRole("row").filter({ hasText: name });
  await expect(row(same.displayName).getByRole("button", { name: text("matches.link"), exact: true })).toBeVisible();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);

  await row(same.displayName).getByRole("button", { name: text("matches.link"), exact: true }).click();
  await expectAccessible(page);
  await page.getByRole("alertdialog").getByRole("button", { name: text("matches.linkConfirm", { count: 1 }) }).click();
  await expect(page.getByText(text("matches.done.link", { count: 1 }))).toBeVisible();
  await expect(row(same.displayName)).toHaveCount(0);
  await row(other.displayName).getByRole("button", { name: text("matches.apart"), exact: true }).click();
  await expect(page.getByText(text("matches.emptyTitle"))).toBeVisible();
  await expectAccessible(page);

  const found = (await (await api("GET", `${members}?limit=50`)).json()) as { members: OneMember["member"][] };
  const having = (email: string) => found.members.filter((member) => member.email_address.toLowerCase() === email && member.status === "active").map((member) => member.member_id);
  expect(having(same.userName)).toEqual([before[0]?.member_id]);
  expect(having(other.userName)).toHaveLength(2);
  await page.goto(`${app.url}/organizations/${admin.organization}/members/${String(before[0]?.member_id)}`);
  await expect(page.getByRole("link", { name: "Okta" }).first()).toBeVisible();
  expect(idp.session.complaints).toEqual([]);
});
