import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { makeCompany } from "./company/make-company.ts";
import { DIALECTS } from "./idp.ts";
import { UnreachableError } from "./session.ts";
import { simulate } from "./simulate.ts";

let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
});

async function serve(answer: (response: ServerResponse) => void): Promise<string> {
  const listening = createServer((request, response) => {
    request.resume().on("end", () => answer(response));
  });
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${String((listening.address() as AddressInfo).port)}/api/scim/connection`;
}

const messagesOf = async (base: string, dialect: (typeof DIALECTS)[number] = "okta", stages?: Parameters<typeof simulate>[2]) =>
  (await simulate(dialect, { base, token: "token", users: 2, groups: 1 }, stages)).complaints.map(({ message }) => message);

describe("The invented company", () => {
  it("is the same for the same seed and another for another", () => {
    const company = (seed: number) => makeCompany({ users: 25, groups: 3, seed, domain: "example.com" });
    expect(company(1)).toEqual(company(1));
    expect(company(1).people[0]?.userName).not.toBe(company(2).people[0]?.userName);
  });

  it("has unique plain user names, managers inside the company and people in every group", () => {
    const { people, groups } = makeCompany({ users: 2000, groups: 9, seed: 3, domain: "example.com" });
    const names = new Set(people.map(({ userName }) => userName));
    expect(names.size).toBe(2000);
    for (const { userName, manager } of people) {
      expect(userName).toMatch(/^[a-z]+\.[a-z]+\d*@example\.com$/);
      expect(manager === null || names.has(manager)).toBe(true);
    }
    for (const { members } of groups) expect(members.length).toBeGreaterThan(0);
  });
});

describe("A server that misbehaves", () => {
  it.each(DIALECTS)("is left alone by %s when it refuses the token, with its own words", async (dialect) => {
    const base = await serve((response) => {
      response.writeHead(401, { "content-type": "application/scim+json" });
      response.end(JSON.stringify({ detail: "Who are you?" }));
    });
    const { steps, complaints } = await simulate(dialect, { base, token: "token" });
    expect(steps).toHaveLength(1);
    expect(complaints[0]?.message).toBe("expected 200, the server answered 401: “Who are you?”");
  });

  it("is told about paging numbers that are strings, and about the media type", async () => {
    const base = await serve((response) => {
      response.writeHead(200, { "content-type": "application/scim+json; charset=utf-8" });
      response.end(JSON.stringify({ schemas: ["urn:ietf:params:scim:api:messages:2.0:ListResponse"], totalResults: "0", startIndex: 1, itemsPerPage: 0, Resources: [] }));
    });
    const messages = await messagesOf(base, "okta", ["test"]);
    expect(messages).toContain('totalResults is "0", not a number');
    expect(messages).toContain("Content-Type is “application/scim+json; charset=utf-8”, not “application/scim+json”");
  });

  it.each(DIALECTS)("that answers 200 to everything is caught by %s", async (dialect) => {
    const base = await serve((response) => {
      response.writeHead(200, { "content-type": "application/scim+json" });
      response.end(JSON.stringify({ schemas: ["urn:ietf:params:scim:api:messages:2.0:ListResponse"], totalResults: 0, startIndex: 1, itemsPerPage: 0, Resources: [] }));
    });
    const messages = await messagesOf(base, dialect, ["test", "provision"]);
    expect(messages.some((message) => message.startsWith("expected 401"))).toBe(true);
    expect(messages.some((message) => message.startsWith("expected 201"))).toBe(true);
  });

  it("that is not there is reported as unreachable", async () => {
    await expect(simulate("okta", { base: "http://127.0.0.1:9/api/scim/x", token: "token" })).rejects.toThrow(UnreachableError);
  });
});
