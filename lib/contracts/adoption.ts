import { z } from "zod";
import { listPart } from "./envelope";

export const adoptionPolicies = ["review", "verified", "hold", "separate"] as const;

/**
 * When an IdP provisions a person whose e-mail a member has already. `review`: a member of their own, and an administrator is asked. `verified`: linked at
 * once when the member confirmed the address by signing in, else as `review`. `hold`: the IdP is refused until somebody decides. `separate`: never asked.
 */
export const SetAdoptionPolicyBody = z.object({ adoption_policy: z.enum(adoptionPolicies) });

export type AdoptionPolicy = (typeof adoptionPolicies)[number];

/** GET …/adoptions. */
export const AdoptionsQuery = z.object({
  status: z.enum(["open", "linked", "apart", "ignored"]).default("open"),
  search: z.string().trim().max(256).optional(),
  ...listPart({ most: 200, usual: 50 }),
});
export type AdoptionsQuery = z.infer<typeof AdoptionsQuery>;

/** POST …/adoptions: `link` makes them one person, `apart` says they are two, `ignore` only takes it off the list. */
export const DecideAdoptionsBody = z.object({
  decision: z.enum(["link", "apart", "ignore"]),
  adoption_ids: z.array(z.uuid()).min(1).max(5000),
});
export type DecideAdoptionsBody = z.infer<typeof DecideAdoptionsBody>;

export const AdoptionWire = z.object({
  adoption_id: z.string(),
  status: z.enum(["open", "linked", "apart", "ignored"]),
  /** What the two have in common. */
  reason: z.enum(["email", "user_name"]),
  /** As the IdP knows the person; no registration while the IdP is refused. */
  provisioned: z.object({ registration_id: z.string().nullable(), user_name: z.string(), email_address: z.string(), name: z.string() }),
  /** Who was there already. */
  member: z.object({
    member_id: z.string(),
    email_address: z.string(),
    name: z.string(),
    status: z.string(),
    origin: z.enum(["direct", "scim"]),
    email_verified: z.boolean(),
    roles: z.array(z.string()),
    /** Names of the other connections that know the member. */
    connections: z.array(z.string()),
  }),
  created_at: z.iso.datetime(),
  decided_at: z.iso.datetime().nullable(),
  decided_by: z.string().nullable(),
});
export type AdoptionWire = z.infer<typeof AdoptionWire>;
