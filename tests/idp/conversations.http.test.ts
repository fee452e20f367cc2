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
  let app: App;
  let tenant: () => Promise<Tenant>;

  beforeAll(async () => {
    app = await startApp({ door });
    tenant = await tenantMaker(app);
  });
  afterAll(() => app.stop());

  for (const { title, file, conversation, headers } of conversations) {
    it(`${title} (${file})`, async () => {
      await playConversation(conversation, { a: await tenant(), b: await tenant() }, headers);
    });
  }

  it.each(DIALECTS)("The simulated %s finds nothing to complain about, also at its second visit", async (dialect) => {
    const connection = await tenant();
    for (const visit of ["first", "second"]) expect((await simulate(dialect, connection)).complaints, visit).toEqual([]);
  });
});
