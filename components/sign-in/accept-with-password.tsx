"use client";

import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { Field } from "@/components/ui/field";
import { Form, FormField, SubmitButton } from "@/components/ui/form";
import { Input } from "@/components/ui/input";
import { lazyResolver } from "@/components/ui/lazy-resolver";
import { PasswordInput } from "@/components/ui/password-input";
import { postForm } from "@/lib/client/api";
import { signInWithPassword } from "@/lib/client/sign-in";
import type { NewAccountForm } from "@/lib/contracts/invitation";

/** Makes the account that accepts the invitation, and signs it in. */
export function AcceptWithPassword({ token, email, name }: { token: string; email: string; name: string }) {
  const t = useTranslations("auth.invitation");
  const form = useForm({ resolver: lazyResolver(() => import("@/lib/contracts/invitation").then((contract) => contract.NewAccountForm)), defaultValues: { name, password: "" } });
  async function submit(values: NewAccountForm) {
    const accepted = await postForm<{ organization_slug: string }>("/api/invitations/accept", { token, ...values });
    await signInWithPassword(email, values.password);
    window.location.assign(`/organizations/${accepted.organization_slug}`);
  }
  return (
    <Form form={form} onSubmit={submit}>
      <Field label={t("email")}>
        <Input value={email} readOnly autoComplete="username" className="bg-sunken text-muted" />
      </Field>
      <FormField name="name" label={t("name")} required>
        {(field) => <Input {...field} autoComplete="name" autoFocus />}
      </FormField>
      <FormField name="password" label={t("password")} hint={t("passwordHint")} required>
        {(field) => <PasswordInput {...field} autoComplete="new-password" />}
      </FormField>
      <SubmitButton block size="lg">
        {t("submit")}
      </SubmitButton>
    </Form>
  );
}
