"use client";

import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { Form, FormField, SubmitButton } from "@/components/ui/form";
import { Input } from "@/components/ui/input";
import { lazyResolver } from "@/components/ui/lazy-resolver";
import { PasswordInput } from "@/components/ui/password-input";
import { postForm } from "@/lib/client/api";
import { signInWithPassword } from "@/lib/client/sign-in";
import type { FirstRunBody } from "@/lib/contracts/invitation";

/** Makes the first operator and signs them in. */
export function FirstRunForm() {
  const t = useTranslations("auth.firstRun");
  const form = useForm({ resolver: lazyResolver(() => import("@/lib/contracts/invitation").then((contract) => contract.FirstRunBody)), defaultValues: { name: "", email_address: "", password: "" } });
  async function submit(values: FirstRunBody) {
    await postForm("/api/first-run", values);
    await signInWithPassword(values.email_address, values.password);
    window.location.assign("/operator");
  }
  return (
    <Form form={form} onSubmit={submit}>
      <FormField name="name" label={t("name")} required>
        {(field) => <Input {...field} autoComplete="name" autoFocus />}
      </FormField>
      <FormField name="email_address" label={t("email")} required>
        {(field) => <Input {...field} type="email" autoComplete="username" inputMode="email" />}
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
