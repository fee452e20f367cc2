import { describe, expect, it, vi } from "vitest";
import type { Locale } from "@/i18n/locales";
import { DomainError } from "@/lib/errors";
import { tellPerson } from "./tell-person";

let locale: Locale = "de";
vi.mock("@/lib/auth/request-locale", () => ({ requestLocale: () => Promise.resolve(locale) }));

const inUse = new DomainError("conflict", "role_in_use", "The role editor is still given to 1 people directly and mapped to 0 groups.", { assigned_members: 1, mapped_groups: 0 });
const told = async (error: unknown, headers: Record<string, string> = {}): Promise<unknown> => ((await (await tellPerson(error, "request-id-1", new Headers(headers))).json()) as { error_message: string }).error_message;

describe("a refusal", () => {
  it("is told in the language of the page", async () => {
    expect(await told(inUse)).toBe("1 Person hat diese Rolle direkt. Nehmen Sie sie dort zuerst weg.");
    locale = "en";
    expect(await told(inUse)).toBe("1 person has this role directly. Take it from them first.");
  });

  it("is told to programs as it is", async () => {
    expect(await told(inUse, { authorization: "Basic eA==" })).toBe(inUse.message);
  });

  it("stays as it is where no sentence is kept for it, or its details are missing", async () => {
    locale = "de";
    expect(await told(new DomainError("conflict", "replay_refused", "The call would fail again."))).toBe("The call would fail again.");
    expect(await told(new DomainError("conflict", "role_in_use", "Still in use."))).toBe("Still in use.");
  });
});
