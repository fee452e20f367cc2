import { afterAll, beforeAll, describe, it } from "vitest";
import { tenantMaker } from "../idp/make-tenant";
import { type App, startApp } from "../support/start-app";
import { type Client, httpClient } from "./client";
import { writeEveryAttribute } from "./every-attribute";
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

  it.each([
    ["What is published agrees with itself and with every answer (RFC 7643 sections 5, 6 and 7, RFC 7644 section 4)", publishItself],
    ["Every attribute of the published schemas can be written, found and removed in every way (RFC 7644 sections 3.4.2.2, 3.5.2.1, 3.5.2.2 and 3.5.2.3)", writeEveryAttribute],
    ["Groups and disabled users behave as Microsoft's validator expects", groupsAndDisabledUsers],
    ["A resource lives as in the examples (RFC 7644 sections 3.3, 3.4.1, 3.5.1, 3.6 and 3.14)", liveAsInTheExamples],
    ["Filters find what the examples say (RFC 7644 sections 3.4.2.1, 3.4.2.2 and 3.4.3)", filterAsInTheExamples],
    ["PATCH does what the examples say (RFC 7644 sections 3.5.2.1, 3.5.2.2 and 3.5.2.3)", patchAsInTheExamples],
    ["Bulk does what the examples say (RFC 7644 section 3.7)", bulkAsInTheExamples],
  ])("%s", async (_title, check) => check(await client()), 60_000);
});
