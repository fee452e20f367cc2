import { afterAll, beforeAll, describe, it } from "vitest";
import { tenantMaker } from "../idp/make-tenant";
import { type App, startApp } from "../support/start-app";
import { type Client, httpClient } from "./client";
import { writeEveryAttribute } from "./every-attribute";
import { readLargeGroups } from "./large-groups";
import { groupsAndDisabledUsers, publishItself } from "./published";
import { bulkAsInTheExamples, filterAsInTheExamples, liveAsInTheExamples, patchAsInTheExamples } from "./rfc-examples";

// What a stranger's suite does who has read the RFCs and knows nothing but base URL and token.
describe.each(["fast", "next"] as const)("A stranger's conformance suite through the %s door", (door) => {
  let app: App;
  let client: () => Promise<Client>;

  beforeAll(async () => {
    app = await startApp({ door });
    const tenant = await tenantMaker(app);
    client = async () => {
      const { base, token } = await tenant();
      return httpClient(base, token);
    };
  });
  afterAll(() => app.stop());

  const check = (run: (client: Client) => Promise<void>) => async () => run(await client());

  it("What is published agrees with itself and with every answer (RFC 7643 sections 5, 6 and 7)", check(publishItself), 60_000);
  it("Every published attribute can be written, found and removed in every way (RFC 7644 sections 3.4.2.2, 3.5.2.1, 3.5.2.2 and 3.5.2.3)", check(writeEveryAttribute), 60_000);
  it("Groups and disabled users behave as Microsoft's validator expects", check(groupsAndDisabledUsers), 60_000);
  it("A resource lives as in the examples (RFC 7644 sections 3.3, 3.4.1, 3.5.1, 3.6 and 3.14)", check(liveAsInTheExamples), 60_000);
  it("Filters find what the examples say (RFC 7644 sections 3.4.2.1, 3.4.2.2 and 3.4.3)", check(filterAsInTheExamples), 60_000);
  it("PATCH does what the examples say (RFC 7644 sections 3.5.2.1, 3.5.2.2 and 3.5.2.3)", check(patchAsInTheExamples), 60_000);
  it("Groups of very many members are read whole, one by one and in lists", async () => readLargeGroups(await client(), app.databaseUrl), 60_000);
  it("Bulk does what the examples say (RFC 7644 section 3.7)", check(bulkAsInTheExamples), 60_000);
});
