import { NextRequest } from "next/server";
import { describe, expect, it } from "vitest";
import { DomainError } from "@/lib/errors";
import { tellPerson } from "./tell-person";

const inUse = new DomainError("conflict", "role_in_use", "The role editor is still given to 1 people directly and mapped to 0 groups.", { assigned_members: 1, mapped_groups: 0 });

async function told(error: unknown, headers: Record<string, string>): Promise<unknown> {
  const answer = tellPerson(error, "request-id-1", new NextRequest("http://localhost/v1/b2b/rbac/roles/editor", { headers }));
  return ((await answer.json()) as { error_message: string }).error_message;
}

describe("a refusal", () => {
  it("is told in the language of the page", async () => {
    expect(await told(inUse, { cookie: "rollcall-locale=de" })).toBe("1 Person hat diese Rolle direkt. Nehmen Sie sie dort zuerst weg.");
    expect(await told(inUse, { "accept-language": "en-GB" })).toBe("1 person has this role directly. Take it from them first.");
  });

  it("is told to programs as it is", async () => {
    expect(await told(inUse, { authorization: "Basic eA==", "accept-language": "de" })).toBe(inUse.message);
  });

  it("stays as it is where no sentence is kept for it, or its details are missing", async () => {
    expect(await told(new DomainError("conflict", "replay_refused", "The call would fail again."), { cookie: "rollcall-locale=de" })).toBe("The call would fail again.");
    expect(await told(new DomainError("conflict", "role_in_use", "Still in use."), { cookie: "rollcall-locale=de" })).toBe("Still in use.");
  });
});
