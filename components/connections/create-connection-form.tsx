"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { ButtonLink } from "@/components/ui/button-link";
import { Form, FormField, SubmitButton } from "@/components/ui/form";
import { Input } from "@/components/ui/input";
import { lazyResolver } from "@/components/ui/lazy-resolver";
import { RadioGroup } from "@/components/ui/radio-group";
import { keepShownToken } from "@/lib/client/shown-token";
import { useConnectionCall } from "@/lib/client/mutations/use-connection-call";
import type { CreateConnectionBody, CreateConnectionForm as Shape, StartRotationBody, IdentityProvider } from "@/lib/contracts/connection";
import { readSetupLinkId } from "@/lib/contracts/setup-link-id";
import { identityProviders } from "@/lib/contracts/identity-providers";
import { connectionPath } from "./connection-path";
import { IdpMark } from "./idp-mark";
import { TokenExpiry } from "./token-expiry";

/** Asks which identity provider and which name, makes the connection, and goes on to its set-up with the token in memory. */
export function CreateConnectionForm({ organization, chosen }: { organization: string; chosen?: string | null }) {
  const t = useTranslations("connections.create");
  const common = useTranslations("common");
  const guides = useTranslations("guides.names");
  const hints = useTranslations("guides.hints");
  const router = useRouter();
  const [end, setEnd] = useState<StartRotationBody | null>({});
  const first = identityProviders.find((known) => known === chosen) ?? "okta";
  const create = useConnectionCall(organization, (calls, body: CreateConnectionBody) => calls.create(body));
  const form = useForm<Shape>({ resolver: lazyResolver(() => import("@/lib/contracts/connection").then((contract) => contract.CreateConnectionForm)), defaultValues: { identity_provider: first, display_name: guides(first) } });

  /** The name follows the provider until the admin writes one. */
  function pick(identityProvider: IdentityProvider) {
    form.setValue("identity_provider", identityProvider);
    if (!form.getFieldState("display_name").isDirty) form.resetField("display_name", { defaultValue: guides(identityProvider) });
  }

  async function submit(values: Shape) {
    const connection = await create.mutateAsync({ ...values, ...end });
    keepShownToken(connection.connection_id, connection.bearer_token);
    router.push(connectionPath(organization, connection.connection_id, "setup"));
  }

  return (
    <Form form={form} onSubmit={submit} className="gap-6">
      <FormField<Shape, "identity_provider"> name="identity_provider" label={t("identityProvider")} hint={t("identityProviderHint")}>
        {(field) => (
          <RadioGroup
            look="cards"
            columns={2}
            value={field.value}
            onValueChange={(value) => pick(value as IdentityProvider)}
            options={identityProviders.map((value) => ({
              value,
              label: guides(value),
              description: hints(value),
              icon: <IdpMark identityProvider={value} size="sm" />,
            }))}
          />
        )}
      </FormField>
      <FormField<Shape, "display_name"> name="display_name" label={t("name")} hint={t("nameHint")} required className="max-w-md">
        {(field) => <Input {...field} autoComplete="off" maxLength={128} />}
      </FormField>
      <TokenExpiry label={t("tokenEnds")} onChange={setEnd} />
      <div className="flex items-center gap-2">
        <SubmitButton size="lg" disabled={end === null} pending={form.formState.isSubmitting || form.formState.isSubmitSuccessful}>
          {t("submit")}
        </SubmitButton>
        {readSetupLinkId(organization) ? null : (
          <ButtonLink size="lg" variant="ghost" href={`/organizations/${organization}/connections`}>
            {common("cancel")}
          </ButtonLink>
        )}
      </div>
    </Form>
  );
}
