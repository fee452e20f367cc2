import { describe, expect, it } from "vitest";
import { judgeRefusal, type KnownCredential } from "./judge-refusal";
import { readCredential } from "./read-credential";

const token = "Q1aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa9Zk";
const here = { id: "here", organizationId: "acme", signInMethods: ["bearer"] };
const live: KnownCredential = {
  connectionId: "here",
  organizationId: "acme",
  connectionName: "Okta",
  kind: "bearer",
  lastFour: "a9Zk",
  revokedAt: null,
  revokedFor: null,
  expiresAt: null,
  deleted: false,
};
const judge = (authorization: string | undefined, more: Partial<KnownCredential> = {}, at: typeof here | null = here) =>
  judgeRefusal(readCredential(authorization), at, new Map([[token, { ...live, ...more }]]));

describe("Why a credential was refused", () => {
  it.each([
    [undefined, "token_missing"],
    ["Bearer ", "token_missing"],
    [`Bearer ${token.slice(0, 10)} ${token.slice(10)}`, "token_spaced"],
    [`Bearer "${token}"`, "token_wrapped"],
    [`Bearer ${token}%0A`, "token_wrapped"],
    [`Token: ${token}`, "token_spaced"],
    [`Bearer ${token.slice(0, 30)}`, "token_cut"],
    [`Bearer Bearer x${token.slice(1)}`, "token_twice"],
    [`Bearer x${token.slice(1)}`, "token_wrong"],
    [`Basic ${Buffer.from(`scim:${token}`).toString("base64")}`, "basic_token"],
    [`Basic ${Buffer.from("ada:secret").toString("base64")}`, "basic_off"],
  ])("%s is %s", (authorization, code) => expect(judge(authorization).refusal.code).toBe(code));

  it("tells how much of a token came", () => expect(judge(`Bearer ${token.slice(0, 30)}`).refusal).toEqual({ code: "token_cut", arrived: 30, whole: 43 }));

  it.each([
    [{ connectionId: "there" }, "token_other_connection"],
    [{ revokedAt: new Date(), revokedFor: "rotated" }, "token_rotated"],
    [{ revokedAt: new Date(), revokedFor: "cancelled" }, "token_cancelled"],
    [{ revokedAt: new Date(), revokedFor: "replaced" }, "token_replaced"],
    [{ revokedAt: new Date() }, "token_revoked"],
    [{ expiresAt: new Date(0) }, "token_expired"],
    [{ kind: "oauth_access", expiresAt: new Date(0) }, "access_token_ended"],
    [{ kind: "oauth_refresh" }, "token_is_refresh_token"],
    [{ kind: "client_secret" }, "token_is_client_secret"],
  ] satisfies [Partial<KnownCredential>, string][])("a token with %o is %s", (more, code) => expect(judge(`Bearer ${token}`, more).refusal.code).toBe(code));

  it("tells nothing of another organization's token", () => {
    expect(judge(`Bearer ${token}`, { connectionId: "there", organizationId: "globex" })).toEqual({ refusal: { code: "token_wrong" }, connectionId: null });
  });

  it("shows a call to an address that is nobody's where its live token belongs, and nowhere when the token is dead", () => {
    expect(judge(`Bearer ${token}`, {}, null)).toEqual({ refusal: { code: "url_wrong" }, connectionId: "here" });
    expect(judge(`Bearer ${token}`, { revokedAt: new Date() }, null).connectionId).toBeNull();
    expect(judge(`Bearer ${token}`, { kind: "oauth_refresh" }, null).connectionId).toBeNull();
  });
});
