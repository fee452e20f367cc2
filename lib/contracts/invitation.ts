import { z } from "zod";

const email = z.string().trim().toLowerCase().min(1, "required").max(254, "too_long").pipe(z.email("invalid_email"));
const password = z.string().min(10, "password_too_short").max(256, "too_long");
const personName = z.string().trim().min(1, "required").max(120, "too_long");

export const CreateInvitationBody = z.object({ email_address: email, name: z.string().trim().max(120, "too_long").default("") });
export type CreateInvitationBody = z.input<typeof CreateInvitationBody>;

/** The form of the first run: the first operator. */
export const FirstRunBody = z.object({ name: personName, email_address: email, password });
export type FirstRunBody = z.input<typeof FirstRunBody>;

export const SignInBody = z.object({ email_address: email, password: z.string().min(1, "required").max(256, "too_long") });
export type SignInBody = z.infer<typeof SignInBody>;

/** What someone without an account types to accept an invitation. */
export const NewAccountForm = z.object({ name: personName, password });
export type NewAccountForm = z.infer<typeof NewAccountForm>;

/** Accepting without an account makes one; with `password` missing the signed-in user accepts. */
export const AcceptInvitationBody = z.object({
  token: z.string().min(20).max(200),
  name: personName.optional(),
  password: password.optional(),
});
export type AcceptInvitationBody = z.infer<typeof AcceptInvitationBody>;

/** An invitation as the portal lists it. `invitation_url` is in the answer of create and resend only, when the inviter may copy it. */
export const WireInvitation = z.object({
  invitation_id: z.string(),
  member_id: z.string(),
  email_address: z.string(),
  name: z.string(),
  status: z.enum(["open", "expired"]),
  created_at: z.string(),
  created_by: z.string(),
  expires_at: z.string(),
  emailed: z.boolean(),
});
export type WireInvitation = z.infer<typeof WireInvitation>;

/** A fresh invitation: `invitation_url` for those who may hand it over, and only now. */
export const DeliveredInvitation = z.object({
  invitation_id: z.string(),
  member_id: z.string(),
  expires_at: z.iso.datetime(),
  emailed: z.boolean(),
  invitation_url: z.string().nullable(),
});
