import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DIALECTS } from "../../simulator/idp.ts";
import { simulate } from "../../simulator/simulate.ts";
import { startApp, type App } from "../support/start-app.ts";
import { readConversations } from "./conversation.ts";
import { tenantMaker } from "./make-tenant.ts";
import { playConversation, type Tenant } from "./play-conversation.ts";

const conversations = readConversations().flatMap(({ file, conversation }) =>
  Object.entries(conversation.variants ?? { "": { headers: {} } }).map(([variant, { headers }]) => ({ title: [conversation.title, variant].filter(Boolean).join(": "), file, conversation, headers })),
);

describe.each(["fast", "next"] as const)("Through the %s door", (door) => {
  const started = new Map<string, Promise<{ app: App; tenant: Awaited<ReturnType<typeof tenantMaker>> }>>();
  const appWith = (settings: Record<string, string> = {}) => {
    const key = JSON.stringify(settings);
    const known = started.get(key) ?? startApp({ door, env: settings }).then(async (app) => ({ app, tenant: await tenantMaker(app) }));
    started.set(key, known);
    return known;
  };
  let tenant: () => Promise<Tenant>;

  beforeAll(async () => {
    tenant = (await appWith()).tenant;
  });
  afterAll(async () => {
    for (const each of started.values()) await (await each).app.stop();
  });

  for (const { title, file, conversation, headers } of conversations) {
    it(`${title} (${file})`, async () => {
      const make = (await appWith(conversation.settings)).tenant;
      await playConversation(conversation, { a: await make(conversation.signIn), b: await make(conversation.signIn) }, headers);
    }, 60_000);
  }

  it.each(DIALECTS)("The simulated %s finds nothing to complain about, also at its second visit", async (dialect) => {
    const connection = await tenant();
    for (const visit of ["first", "second"]) expect((await simulate(dialect, connection)).complaints, visit).toEqual([]);
  });
});
