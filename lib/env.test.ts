import { describe, expect, it } from "vitest";
import { readEnv } from "./env";

const mistakes = (source: Record<string, string>): string[] => {
  try {
    readEnv(source);
    return [];
  } catch (error) {
    return (error as Error).message.split("\n");
  }
};

describe("readEnv", () => {
  it("needs nothing", () => {
    expect(readEnv({})).toMatchObject({ port: 3000, publicUrl: "http://localhost:3000", dataDir: ".data", databaseUrl: undefined });
  });

  it("treats an empty value as not given", () => {
    expect(readEnv({ PORT: "", DATABASE_URL: "", ROLLCALL_URL: "" })).toMatchObject({ port: 3000, databaseUrl: undefined });
  });

  it("takes the public URL without its trailing slash", () => {
    expect(readEnv({ ROLLCALL_URL: "https://rollcall.example.com/" }).publicUrl).toBe("https://rollcall.example.com");
  });

  it("derives the public URL from the port", () => {
    expect(readEnv({ PORT: "8080" }).publicUrl).toBe("http://localhost:8080");
  });

  it("answers SCIM itself in production and through Next in development", () => {
    expect([readEnv({ NODE_ENV: "production" }).scimDoor, readEnv({}).scimDoor]).toEqual(["fast", "next"]);
  });

  it("names every mistake on a line of its own", () => {
    const found = mistakes({ PORT: "http", DATABASE_URL: "mysql://x", LOG_LEVEL: "loud", NEXTAUTH_SECRET: "short" });
    expect(found).toEqual([
      "PORT: must be a whole number from 1 to 65535",
      "DATABASE_URL: must start with postgres:// or postgresql://",
      "LOG_LEVEL: must be one of fatal, error, warn, info, debug, trace, silent",
      "NEXTAUTH_SECRET: must have at least 32 characters",
    ]);
  });

  it.each([
    ["not a url", "ROLLCALL_URL: must be a URL such as https://rollcall.example.com"],
    ["ftp://rollcall.example.com", "ROLLCALL_URL: must be a URL such as https://rollcall.example.com"],
    ["https://roll_call.example.com", "ROLLCALL_URL: must not contain an underscore: Okta refuses such a base URL"],
    ["https://example.com/rollcall", "ROLLCALL_URL: must end after the host name (and port): Rollcall serves at the root of its host"],
    ["https://a:b@example.com", "ROLLCALL_URL: must not contain a user name or password"],
  ])("refuses the public URL %s", (value, sentence) => {
    expect(mistakes({ ROLLCALL_URL: value })).toEqual([sentence]);
  });

  it("refuses a setting that does not exist", () => {
    expect(mistakes({ ROLLCALL_DATADIR: "x" })[0]).toMatch(/^ROLLCALL_DATADIR: is not a setting \(there are .*ROLLCALL_DATA_DIR/);
  });

  it("wants all of single sign-on or none of it", () => {
    expect(mistakes({ OIDC_ISSUER: "https://id.example.com" })[0]).toMatch(/^OIDC_CLIENT_ID, OIDC_CLIENT_SECRET: missing/);
    const given = { OIDC_ISSUER: "https://id.example.com/", OIDC_CLIENT_ID: "a", OIDC_CLIENT_SECRET: "b" };
    expect(readEnv(given).oidc).toEqual({ issuer: "https://id.example.com", clientId: "a", clientSecret: "b", name: "single sign-on" });
  });
});
