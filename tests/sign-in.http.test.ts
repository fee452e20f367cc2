import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BrowserSession } from "./support/browser-session";
import { startIssuer, type Issuer } from "./support/identity-issuer";
import { startMailServer, type MailServer } from "./support/mail-server";
import { startApp, type App } from "./support/start-app";

const CLIENT = { id: "rollcall", secret: "the issuer and we know it" };
const SESSION = "next-auth.session-token";
const people = {
  ada: { email: "ada@acme.example", email_verified: true, name: "Ada Admin" },
  eve: { email: "olga@vendor.example", email_verified: false, name: "Eve" },
  max: { email: "max@nowhere.example", email_verified: true, name: "Max" },
};

let app: App;
let mail: MailServer;
let issuer: Issuer;
let host: string;
let authorization: string;

beforeAll(async () => {
  [mail, issuer] = await Promise.all([startMailServer(), startIssuer(people)]);
  app = await startApp({
    env: { SMTP_URL: mail.url, MAIL_FROM: "Rollcall <rollcall@vendor.example>", OIDC_ISSUER: issuer.url, OIDC_CLIENT_ID: CLIENT.id, OIDC_CLIENT_SECRET: CLIENT.secret, OIDC_NAME: "Acme ID" },
  });
  host = new URL(app.url).host;
  issuer.serve({ ...CLIENT, redirectUri: `${app.url}/api/auth/callback/oidc` });
  await app.cliJson(["operator", "create", "--email", "olga@vendor.example", "--password", "operators mind the shop", "--json"]);
  await app.cliJson(["admin", "create", "--organization", "acme", "--email", "ada@acme.example", "--password", "correct horse battery", "--json"]);
  const { project_id, secret } = await app.cliJson<{ project_id: string; secret: string }>(["credential", "create", "--json"]);
  authorization = `Basic ${Buffer.from(`${project_id}:${secret}`).toString("base64")}`;
});
afterAll(async () => {
  await app.stop();
  await Promise.all([mail.stop(), issuer.stop()]);
});

async function startSignIn(browser: BrowserSession, provider: "email" | "oidc", fields: Record<string, string> = {}): Promise<Response> {
  const { csrfToken } = (await (await browser.open(`${app.url}/api/auth/csrf`)).json()) as { csrfToken: string };
  return browser.open(`${app.url}/api/auth/signin/${provider}`, { method: "POST", body: new URLSearchParams({ csrfToken, callbackUrl: "/organizations/acme", ...fields }) });
}

/** Signs in at the issuer's own pages and comes back. */
async function signInAtIssuer(browser: BrowserSession, login: keyof typeof people): Promise<Response> {
  const loginPage = await startSignIn(browser, "oidc");
  expect(new URL(loginPage.url).origin).toBe(issuer.url);
  const consentPage = await browser.submit(loginPage, { login, password: "any" });
  return browser.submit(consentPage, {});
}

const linkIn = (text: string): string => /https?:\/\/\S+/.exec(text)?.[0] ?? "";

async function api<Answer>(method: string, path: string, body: unknown): Promise<Answer> {
  const answer = await fetch(`${app.url}/v1/b2b${path}`, { method, headers: { authorization, "content-type": "application/json" }, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(await answer.text());
  return (await answer.json()) as Answer;
}

describe("Sign-in with a real OpenID provider", () => {
  it("lets an admin in by the e-mail that the provider vouches for", async () => {
    const browser = new BrowserSession();
    const page = await signInAtIssuer(browser, "ada");
    expect([new URL(page.url).pathname, page.status]).toEqual(["/organizations/acme", 200]);
    expect(browser.has(host, SESSION)).toBe(true);
  });

  it("refuses an e-mail that the provider does not vouch for, even an operator's", async () => {
    const browser = new BrowserSession();
    const page = await signInAtIssuer(browser, "eve");
    expect(new URL(page.url).search).toContain("error=EmailNotVerified");
    expect(browser.has(host, SESSION)).toBe(false);
  });

  it("gives someone who belongs to no organization nothing to see", async () => {
    const browser = new BrowserSession();
    await signInAtIssuer(browser, "max");
    expect((await browser.open(`${app.url}/organizations/acme`)).status).toBe(404);
    expect((await browser.open(`${app.url}/operator`)).status).toBe(404);
  });
});

describe("E-mail over a real mail server", () => {
  it("signs in with a link, once, and only after its page's button", async () => {
    const browser = new BrowserSession();
    await startSignIn(browser, "email", { email: "ada@acme.example" });
    const received = await mail.take("ada@acme.example");
    expect(received.from).toBe("rollcall@vendor.example");
    const link = new URL(linkIn(received.text));
    expect([link.origin, link.pathname]).toEqual([app.url, "/sign-in/link"]);
    await browser.open(link.href);
    expect(browser.has(host, SESSION)).toBe(false);
    const callback = `${app.url}/api/auth/callback/email${link.search}`;
    expect(new URL((await browser.open(callback)).url).pathname).toBe("/organizations/acme");
    expect(browser.has(host, SESSION)).toBe(true);
    const again = new BrowserSession();
    expect(new URL((await again.open(callback)).url).search).toContain("error=Verification");
    expect(again.has(host, SESSION)).toBe(false);
  });

  it("sends nothing to a stranger, and answers alike", async () => {
    const [known, stranger] = [new BrowserSession(), new BrowserSession()];
    const answers = [await startSignIn(known, "email", { email: "olga@vendor.example" }), await startSignIn(stranger, "email", { email: "stranger@acme.example" })];
    expect(answers.map((answer) => [answer.status, new URL(answer.url).pathname])).toEqual([[200, "/sign-in/sent"], [200, "/sign-in/sent"]]);
    await mail.take("olga@vendor.example");
    // Mails leave in the order of their requests: had the stranger one, it would be there before this.
    await startSignIn(new BrowserSession(), "email", { email: "ada@acme.example" });
    await mail.take("ada@acme.example");
    await expect(Promise.race([mail.take("stranger@acme.example"), Promise.resolve("nothing")])).resolves.toBe("nothing");
  });

  it("says how long to wait after ten wrong passwords", async () => {
    const browser = new BrowserSession();
    const { csrfToken } = (await (await browser.open(`${app.url}/api/auth/csrf`)).json()) as { csrfToken: string };
    const attempt = (): Promise<Response> => browser.open(`${app.url}/api/auth/callback/password`, { method: "POST", body: new URLSearchParams({ csrfToken, email: "guessed@acme.example", password: "not this one", json: "true" }) });
    for (let tries = 0; tries < 10; tries += 1) expect((await attempt()).status).toBe(401);
    const refused = await attempt();
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(13 * 60);
  });

  it("brings an invitation and a set-up link to the people they are for", async () => {
    await api("POST", "/organizations/acme/invitations", { email_address: "bob@acme.example" });
    const invitation = await mail.take("bob@acme.example");
    expect((await new BrowserSession().open(linkIn(invitation.text))).status).toBe(200);
    const made = await api<{ setup_link: { emailed: boolean }; setup_link_url: string }>("POST", "/organizations/acme/setup_links", { email_address: "it@acme.example" });
    const sent = await mail.take("it@acme.example");
    expect([made.setup_link.emailed, linkIn(sent.text)]).toEqual([true, made.setup_link_url]);
    expect((await new BrowserSession().open(made.setup_link_url)).status).toBe(200);
  });
});
