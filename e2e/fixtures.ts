import { createHash } from "node:crypto";
import { test as base, expect, type Page } from "@playwright/test";
import pg from "pg";
import { startApp, type App } from "../tests/support/start-app.ts";
import type { Account } from "./portal.ts";

export { expect };

type Admin = Account & { organization: string; memberId: string };

type Fixtures = {
  /** An installation that nobody has seen yet. */
  emptyApp: App;
  /** A second browser, of somebody else. */
  otherPage: Page;
  /** An org admin of an organization of their own, made from the command line. */
  admin: Admin;
};

type WorkerFixtures = {
  /** The installation that tests share; each makes its own organization. */
  app: App;
  api: (method: string, path: string, body?: unknown) => Promise<Response>;
};

let made = 0;

export const test = base.extend<Fixtures, WorkerFixtures>({
  app: [
    async ({}, use) => {
      const app = await startApp();
      await app.cliJson(["operator", "create", "--email", "operator@vendor.example", "--password", "operators mind the shop", "--json"]);
      await use(app);
      await app.stop();
    },
    { scope: "worker", timeout: 120_000 },
  ],
  api: [
    async ({ app }, use) => {
      const { project_id, secret } = await app.cliJson<{ project_id: string; secret: string }>(["credential", "create", "--json"]);
      const authorization = `Basic ${Buffer.from(`${project_id}:${secret}`).toString("base64")}`;
      await use((method, path, body) =>
        fetch(`${app.url}${path}`, { method, headers: { authorization, "content-type": "application/json" }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }),
      );
    },
    { scope: "worker", timeout: 60_000 },
  ],
  emptyApp: async ({}, use) => {
    const app = await startApp();
    await use(app);
    await app.stop();
  },
  otherPage: async ({ browser }, use) => {
    const context = await browser.newContext();
    await use(await context.newPage());
    await context.close();
  },
  admin: async ({ app }, use) => {
    made += 1;
    const organization = `acme-${String(made)}`;
    const account = { name: "Ada Admin", email: `ada${String(made)}@acme.example`, password: "correct horse battery" };
    const { member_id } = await app.cliJson<{ member_id: string }>(["admin", "create", "--organization", organization, "--email", account.email, "--password", account.password, "--name", account.name, "--json"]);
    await use({ ...account, organization, memberId: member_id });
  },
});

/** The tables in which a text occurs in any column, and whether the SHA-256 of it is a connection's token. */
export async function findInDatabase(app: App, secret: string): Promise<{ tables: string[]; hashed: boolean }> {
  const client = new pg.Client({ connectionString: app.databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>("select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'");
    const tables: string[] = [];
    for (const { name } of rows) {
      const found = await client.query(`select 1 from "${name}" t where position($1 in t::text) > 0 limit 1`, [secret]);
      if (found.rowCount) tables.push(name);
    }
    const hash = createHash("sha256").update(secret).digest();
    const { rowCount } = await client.query("select 1 from connection_token where hash = $1", [hash]);
    return { tables, hashed: rowCount === 1 };
  } finally {
    await client.end();
  }
}

/** Whether a text is anywhere in what the browser holds of the page: markup, fields, storage, history. */
export async function isInPage(page: Page, secret: string): Promise<boolean> {
  const held = await page.evaluate(() => {
    const fields = [...document.querySelectorAll("input, textarea")].map((field) => (field as HTMLInputElement).value);
    return [document.documentElement.outerHTML, ...fields, JSON.stringify(localStorage), JSON.stringify(sessionStorage), JSON.stringify(history.state), location.href, document.cookie].join("\n");
  });
  return held.includes(secret);
}
