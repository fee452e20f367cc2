"use client";

import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { Form, FormField, SubmitButton } from "@/components/ui/form";
import { Input } from "@/components/ui/input";
import { lazyResolver } from "@/components/ui/lazy-resolver";
import { postForm } from "@/lib/client/api";
import type { OpenSetupLinkForm as Shape } from "@/lib/contracts/setup-link";

/** Asks who it is, so that the organization knows who set it up, and lets them in. */
export function EnterForm({ token, organization }: { token: string; organization: string }) {
  const t = useTranslations("setupLinks.enter");
  const form = useForm<Shape>({ resolver: lazyResolver(() => import("@/lib/contracts/setup-link").then((contract) => contract.OpenSetupLinkForm)), defaultValues: { name: "" } });

  async function submit({ name }: Shape) {
    await postForm("/api/setup-links/enter", { token, name });
    // A whole page: the address with the secret leaves the history.
    window.location.replace("/setup/connection");
  }

  return (
    <Form form={form} onSubmit={submit}>
      <FormField<Shape, "name"> name="name" label={t("name")} hint={t("nameHint", { organization })} required>
        {(field) => <Input {...field} autoComplete="name" autoFocus maxLength={120} />}
      </FormField>
      <SubmitButton block size="lg" pending={form.formState.isSubmitting || form.formState.isSubmitSuccessful}>
        {t("submit")}
      </SubmitButton>
    </Form>
  );
}
