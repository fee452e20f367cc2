"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { Form, FormField, SubmitButton } from "@/components/ui/form";
import { Input } from "@/components/ui/input";
import { lazyResolver } from "@/components/ui/lazy-resolver";
import { PasswordInput } from "@/components/ui/password-input";
import { requestSignInLink, signInWithOidc, signInWithPassword } from "@/lib/client/sign-in";
import type { SignInBody } from "@/lib/contracts/invitation";
import { useRefusalText } from "./use-refusal-text";

export type SignInFormProps = { callbackUrl: string; oidcName: string | null; offersLink: boolean; email: string };

/** E-mail and password; below them the ways that this installation also offers. */
export function SignInForm({ callbackUrl, oidcName, offersLink, email }: SignInFormProps) {
  const t = useTranslations("auth.signIn");
  const textOf = useRefusalText();
  const router = useRouter();
  const [sending, setSending] = useState(false);
  const form = useForm({ resolver: lazyResolver(() => import("@/lib/contracts/invitation").then((contract) => contract.SignInBody)), defaultValues: { email_address: email, password: "" } });

  async function submit(values: SignInBody) {
    const refusal = await signInWithPassword(values.email_address, values.password);
    if (refusal) throw new Error(textOf(refusal));
    // A whole new page: nothing of the signed-out one may stay in the router's cache.
    window.location.assign(callbackUrl);
    await new Promise(() => undefined);
  }

  async function sendLink() {
    form.clearErrors();
    if (!(await form.trigger("email_address", { shouldFocus: true }))) return;
    setSending(true);
    const refusal = await requestSignInLink(form.getValues("email_address"), callbackUrl).catch((error: unknown) => error as Error);
    setSending(false);
    if (refusal === null) router.push("/sign-in/sent");
    else form.setError("root", { message: refusal instanceof Error ? refusal.message : textOf(refusal) });
  }

  return (
    <div className="flex flex-col gap-4">
      <Form form={form} onSubmit={submit}>
        <FormField name="email_address" label={t("email")}>
          {(field) => <Input {...field} type="email" autoComplete="username" inputMode="email" autoFocus={!email} />}
        </FormField>
        <FormField name="password" label={t("password")}>
          {(field) => <PasswordInput {...field} autoFocus={Boolean(email)} />}
        </FormField>
        <SubmitButton block size="lg">
          {t("submit")}
        </SubmitButton>
      </Form>
      {offersLink || oidcName ? <Divider>{t("or")}</Divider> : null}
      {offersLink ? (
        <Button block size="lg" pending={sending} onClick={() => void sendLink()}>
          {t("sendLink")}
        </Button>
      ) : null}
      {oidcName ? (
        <Button block size="lg" onClick={() => void signInWithOidc(callbackUrl)}>
          {t("withOidc", { name: oidcName })}
        </Button>
      ) : null}
    </div>
  );
}

function Divider({ children }: { children: string }) {
  return (
    <div className="flex items-center gap-3 text-xs text-muted before:h-px before:flex-1 before:bg-border after:h-px after:flex-1 after:bg-border">{children}</div>
  );
}
