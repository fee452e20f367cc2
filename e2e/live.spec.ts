import pg from "pg";
import type { App } from "../tests/support/start-app.ts";
import { expect, test } from "./fixtures.ts";
import { signIn } from "./portal.ts";
import { text } from "./texts.ts";

type Connection = { connection_id: string; base_url: string; bearer_token: string };

/** Plays Okta, which reaches whichever server the balancer picks. */
async function addPerson(server: string, { base_url: base, bearer_token: token }: Connection, name: string): Promise<void> {
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/scim+json" };
  const email = `${name.split(" ")[0]?.toLowerCase() ?? ""}@acme.example`;
  const body = JSON.stringify({ userName: email, displayName: name, emails: [{ value: email, type: "work", primary: true }] });
  const response = await fetch(`${server}${new URL(base).pathname}/Users`, { method: "POST", headers, body });
  expect(response.status).toBe(201);
}

/** As a failover of the database does. */
async function cutLiveConnections(app: App): Promise<void> {
  const client = new pg.Client({ connectionString: app.databaseUrl });
  await client.connect();
  const { rowCount } = await client.query("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'rollcall live' and datname = current_database()");
  await client.end();
  expect(rowCount).toBe(2);
}

test("An open page shows what other servers did, also while its own restarted or had lost the database's ear", async ({ app, admin, page }) => {
  const connection = await app.cliJson<Connection>(["connection", "create", "--organization", admin.organization, "--identity-provider", "okta", "--name", "Okta", "--json"]);
  const server = await app.startServer();
  try {
    await signIn(page, server.url, admin);
    await page.waitForURL(`${server.url}/organizations/${admin.organization}`);
    await page.goto(`${server.url}/organizations/${admin.organization}/connections/${connection.connection_id}`);
    await expect(page.getByText(text("activity.empty.description"))).toBeVisible();
    const shows = (subject: string) => expect(page.getByText(text("activity.done.create_user", { idp: "Okta", subject }))).toBeVisible();
    const people = page.getByRole("main").getByText(text("connections.overview.peopleDetail", { active: 4 }));

    const button = page.getByRole("button", { name: text("connections.token.replace") });
    const before = await button.boundingBox();
    await addPerson(app.url, connection, "Ada Lovelace");
    await shows("Ada Lovelace");
    // The first call is told where it was missed: nothing moves under the pointer.
    await expect(page.getByText(text("connections.overview.calledTitle", { idp: "Okta" }))).toBeVisible();
    expect(await button.boundingBox()).toEqual(before);

    await server.stop();
    await addPerson(app.url, connection, "Grace Hopper");
    await server.start();
    await shows("Grace Hopper");

    await cutLiveConnections(app);
    await addPerson(app.url, connection, "Katherine Johnson");
    await shows("Katherine Johnson");

    await addPerson(app.url, connection, "Annie Easley");
    await shows("Annie Easley");
    await expect(people).toBeVisible();
  } finally {
    await server.stop();
  }
});

test("A page whose answer is cut off by a server that restarts comes back by itself", async ({ app, admin, page }) => {
  const connection = await app.cliJson<Connection>(["connection", "create", "--organization", admin.organization, "--identity-provider", "okta", "--name", "Okta", "--json"]);
  await signIn(page, app.url, admin);
  await page.waitForURL(`${app.url}/organizations/${admin.organization}`);
  await page.goto(`${app.url}/organizations/${admin.organization}/connections/${connection.connection_id}`);
  await expect(page.getByText(text("activity.empty.description"))).toBeVisible();
  let cuts = 0;
  await page.route(`**/connections/${connection.connection_id}?_rsc=*`, async (route) => {
    if (cuts > 0) return route.continue();
    cuts += 1;
    const response = await route.fetch();
    const body = await response.body();
    return route.fulfill({ response, body: body.subarray(0, body.length / 4) });
  });
  await addPerson(app.url, connection, "Ada Lovelace");
  // It is back before anybody could read what stood there meanwhile.
  await page.waitForFunction(() => sessionStorage.getItem("rollcall-tried-at") !== null);
  await expect(page.getByText(text("activity.done.create_user", { idp: "Okta", subject: "Ada Lovelace" }))).toBeVisible();
  expect(cuts).toBe(1);
});

test("Two admins change settings at once, and neither loses the other's word", async ({ app, api, admin, page }) => {
  await signIn(page, app.url, admin);
  await page.waitForURL(`${app.url}/organizations/${admin.organization}`);
  await page.goto(`${app.url}/organizations/${admin.organization}/settings`);
  await page.getByPlaceholder("#0f766e").fill("#0e7490");
  await api("PUT", `/v1/b2b/organizations/${admin.organization}`, { organization_name: "Renamed meanwhile" });
  // What was typed stays; the other's change is in the form, and above the page.
  await expect(page.getByLabel(text("settings.profile.name"), { exact: true })).toHaveValue("Renamed meanwhile");
  await expect(page.getByPlaceholder("#0f766e")).toHaveValue("#0e7490");
  await page.getByRole("button", { name: text("common.save") }).first().click();
  await expect(page.getByText(text("settings.profile.saved"))).toBeVisible();
  const { organization } = (await (await api("GET", `/v1/b2b/organizations/${admin.organization}`)).json()) as { organization: { organization_name: string; brand_color: string } };
  expect(organization).toMatchObject({ organization_name: "Renamed meanwhile", brand_color: "#0e7490" });
});
