import { expectAccessible } from "./expect-accessible.ts";
import { expect, test } from "./fixtures.ts";
import { signIn } from "./portal.ts";
import { text } from "./texts.ts";

type Made = { connection: { base_url: string; bearer_token: string; connection_id: string } };
type Mappings = { role_mappings: { group_name: string; role_id: string }[] };

test("An admin maps a group to roles after a dry run", async ({ app, api, admin, page }) => {
  for (const role_id of ["editor", "viewer"]) await api("POST", "/v1/b2b/rbac/roles", { role_id, description: "", permissions: [] });
  const { connection } = (await (await api("POST", `/v1/b2b/scim/${admin.organization}/connection`, { display_name: "Okta", identity_provider: "okta" })).json()) as Made;
  const scim = async (path: string, body: unknown) => {
    const answer = await fetch(`${connection.base_url}${path}`, { method: "POST", headers: { authorization: `Bearer ${connection.bearer_token}`, "content-type": "application/scim+json" }, body: JSON.stringify(body) });
    expect(answer.status).toBe(201);
    return ((await answer.json()) as { id: string }).id;
  };
  const people = await Promise.all(Array.from({ length: 55 }, (_, at) => scim("/Users", { userName: `p${String(at).padStart(2, "0")}@acme.example`, displayName: `Person ${String(at).padStart(2, "0")}` })));
  await scim("/Groups", { displayName: "Engineering", members: people.map((value) => ({ value })) });
  const mappings = `/v1/b2b/scim/${admin.organization}/connection/${connection.connection_id}/role_mappings`;
  const saved = async () => ((await (await api("GET", mappings)).json()) as Mappings).role_mappings.map(({ group_name, role_id }) => `${group_name} ${role_id}`).sort();

  await signIn(page, app.url, admin);
  await page.waitForURL(`**/organizations/${admin.organization}`);
  await page.goto(`${app.url}/organizations/${admin.organization}/connections/${connection.connection_id.replace("scim-connection-", "")}/roles`);
  await page.getByRole("combobox", { name: text("roles.mapping.addGroup") }).click();
  await page.getByRole("option", { name: "Engineering" }).click();
  await page.getByRole("combobox", { name: text("roles.mapping.rolesOf", { group: "Engineering" }) }).click();
  for (const role of ["editor", "viewer"]) await page.getByRole("option", { name: role }).click();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: text("roles.mapping.review") }).click();

  const dialog = page.getByRole("alertdialog");
  await dialog.getByText("55 people gain").first().click();
  await expect(dialog.getByRole("list", { name: text("roles.mapping.names") }).getByRole("listitem")).toHaveCount(50);
  await expectAccessible(page);
  await dialog.getByRole("button", { name: text("common.next") }).click();
  await expect(dialog.getByRole("list", { name: text("roles.mapping.names") }).getByRole("listitem")).toHaveCount(5);
  await dialog.getByRole("searchbox", { name: text("roles.mapping.searchNames") }).fill("person 07");
  await expect(dialog.getByRole("list", { name: text("roles.mapping.names") }).getByRole("listitem")).toHaveText(["Person 07 p07@acme.example"]);
  expect(await saved()).toEqual([]);

  // Somebody else saves in the meantime: what was looked at is not what would be saved.
  expect((await api("PUT", mappings, { role_mappings: [{ group_name: "Sales", role_id: "viewer" }] })).status).toBe(200);
  await dialog.getByRole("button", { name: text("roles.mapping.save") }).click();
  await expect(dialog.getByRole("heading", { name: text("roles.mapping.others.title") })).toBeVisible();
  await expect(dialog.getByText("Sales")).toBeVisible();
  expect(await saved()).toEqual(["Sales viewer"]);
  await expectAccessible(page);
  await dialog.getByRole("button", { name: text("roles.mapping.others.reviewAgain") }).click();
  await expect(dialog.getByText("55 people gain").first()).toBeVisible();
  await dialog.getByRole("button", { name: text("roles.mapping.save") }).click();
  await expect(page.getByText(text("roles.mapping.saved"))).toBeVisible();
  expect(await saved()).toEqual(["Engineering editor", "Engineering viewer", "Sales viewer"]);
  await page.goto(`${app.url}/organizations/${admin.organization}/members?query=person+07`);
  await expect(page.getByRole("row", { name: /Person 07/ }).getByText("editor")).toBeVisible();
});
