import type { IdentityProvider } from "@/lib/contracts/connection";
import type { SignInMethod } from "@/lib/contracts/sign-in-method";
import type texts from "@/messages/en/guides.json";

/** What real traffic can prove; each is a column of the connection's contact. */
export type Milestone =
  | "first_contact_at"
  | "credential_test_at"
  | "first_user_at"
  | "first_group_at"
  | "first_membership_at"
  | "first_deactivation_at";

/** A value of the connection that the admin carries over. */
export type CarriedValue = "base_url" | "token" | "client_id" | "client_secret" | "token_url" | "authorization_url" | "user_name" | "password";

/** One of the connection's values, or a fixed word to choose in the IdP. */
export type GuideValue = { from: CarriedValue } | { fixed: string };

/** A control of the IdP's form, in the IdP's own (untranslated) words. `focus`: the step is about this one. */
export type DrawnField = { focus?: boolean } & (
  | { kind: "text" | "select"; label: string; value: GuideValue }
  | { kind: "check" | "radio" | "toggle"; label: string; on: boolean }
  | { kind: "mapping"; source: string; target: string; changed?: boolean }
  | { kind: "person" | "group"; label: string; detail: string }
  | { kind: "heading" | "passed"; label: string }
  | { kind: "button"; label: string; primary?: boolean }
);

/** Our own drawing of the IdP's form: where one is, and what stands there. `continued`: further down on a form that a step before showed. */
export type Drawing = { path: string[]; tabs?: string[]; tab?: string; continued?: boolean; fields: DrawnField[] };

/** One step; `text` is a key of the guides catalogue with title and body, and maybe a note. */
export type GuideStep = { text: keyof typeof texts.steps; watch?: Milestone; drawing?: Drawing };

/** How one kind of app in one IdP is connected with one way to sign in. */
export type Guide = {
  key: "entra" | "cyberark" | "jumpcloud" | "onelogin" | "pingfederate" | "rippling" | "generic" | keyof Omit<typeof texts.kind, "legend">;
  identityProvider: IdentityProvider;
  /** How the IdP signs in: the key in the address, and the IdP's own words for it. */
  way: { key: string; name: string; method: SignInMethod };
  /** What to copy, in the IdP's own words and order. */
  values: { label: string; value: GuideValue }[];
  /** Key of a remark below the values. */
  remark?: keyof typeof texts.remarks;
  steps: GuideStep[];
};

/** The end of the same form: what tests the connection, what it says when it works, and what saves. The fields above are another step's. */
export function testBelow({ fields: _, ...page }: Drawing, test: string, passed: string): Drawing {
  return { ...page, continued: true, fields: [{ kind: "button", label: test, focus: true }, { kind: "passed", label: passed }, { kind: "button", label: "Save", primary: true, focus: true }] };
}
