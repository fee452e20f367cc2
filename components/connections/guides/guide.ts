import type { IdentityProvider } from "@/lib/contracts/connection";
import type texts from "@/messages/en/guides.json";

/** What real traffic can prove; each is a column of the connection's contact. */
export type Milestone =
  | "first_contact_at"
  | "credential_test_at"
  | "first_user_at"
  | "first_group_at"
  | "first_membership_at"
  | "first_deactivation_at";

/** A value that the admin carries over: one of the connection's two, or a fixed word. */
export type GuideValue = { from: "base_url" | "token" } | { fixed: string };

/** A control of the IdP's form, in the IdP's own (untranslated) words. */
export type DrawnField =
  | { kind: "text" | "select"; label: string; value: GuideValue }
  | { kind: "check" | "radio" | "toggle"; label: string; on: boolean }
  | { kind: "mapping"; source: string; target: string; changed?: boolean }
  | { kind: "heading"; label: string }
  | { kind: "button"; label: string; primary?: boolean };

/** Our own drawing of the IdP's form: where one is, and what stands there. */
export type Drawing = { path: string[]; tabs?: string[]; tab?: string; fields: DrawnField[] };

/** One step; `text` is a key of the guides catalogue with title and body, and maybe a note. */
export type GuideStep = { text: keyof typeof texts.steps; watch?: Milestone; drawing?: Drawing };

/** How one kind of app in one IdP is connected. */
export type Guide = {
  key: "entra" | "cyberark" | "jumpcloud" | "onelogin" | "pingfederate" | "rippling" | "generic" | keyof Omit<typeof texts.kind, "legend">;
  identityProvider: IdentityProvider;
  /** What to copy, in the IdP's own words and order. */
  values: { label: string; value: GuideValue }[];
  /** Key of a remark below the values. */
  remark?: keyof typeof texts.remarks;
  steps: GuideStep[];
};
