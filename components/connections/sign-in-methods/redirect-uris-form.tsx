"use client";

import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { toast } from "@/lib/client/toast";
import { Form, FormField, SubmitButton } from "@/components/ui/form";
import { lazyResolver } from "@/components/ui/lazy-resolver";
import { Textarea } from "@/components/ui/textarea";
import { useSignInMethodCall } from "@/lib/client/mutations/use-sign-in-method-call";

type Props = { organization: string; connectionId: string; stored: string[] };

/** Redirect URIs beside Okta's own, one a line. */
export function RedirectUrisForm({ organization, connectionId, stored }: Props) {
  const t = useTranslations("signInMethods.redirectUris");
  const form = useForm({ resolver: lazyResolver(() => import("@/lib/contracts/sign-in-method").then((contract) => contract.RedirectUrisForm)), defaultValues: { redirect_uris: stored.join("\n") } });
  const save = useSignInMethodCall(organization, connectionId, (calls, uris: string[]) => calls.setRedirectUris(uris));

  async function submit({ redirect_uris }: { redirect_uris: string[] }) {
    await save.mutateAsync(redirect_uris);
    form.reset({ redirect_uris: redirect_uris.join("\n") });
    toast.success(t("saved"));
  }

  return (
    <Form form={form} onSubmit={submit} className="gap-2">
      <FormField name="redirect_uris" label={t("title")} hint={t("hint")}>
        {(field) => <Textarea {...field} rows={2} spellCheck={false} className="font-mono text-xs" />}
      </FormField>
      {form.formState.isDirty ? (
        <SubmitButton size="sm" className="self-start">
          {t("save")}
        </SubmitButton>
      ) : null}
    </Form>
  );
}
