"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Form, FormField, SubmitButton } from "@/components/ui/form";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { moveCalls } from "@/lib/client/mutations/move-calls";
import { useDirectoryCall } from "@/lib/client/mutations/use-directory-call";
import { keepShownToken } from "@/lib/client/shown-token";
import type { IdentityProvider } from "@/lib/contracts/connection";
import { identityProviders } from "@/lib/contracts/identity-providers";
import type { StartMoveBody } from "@/lib/contracts/move";
import { connectionPath } from "../connection-path";
import { IdpMark } from "../idp-mark";
import { useIdpWords } from "../use-idp-words";
import { type CarriedGroup, CarriedGroups } from "./carried-groups";
import { MoveHead } from "./move-head";

type Shape = { display_name: string; identity_provider: IdentityProvider; group_names: string[] };
type Props = { organization: string; connectionId: string; identityProvider: string; groups: readonly CarriedGroup[] };

/** Begins a move: which provider, under which name, and which role mappings come along. Goes on to the new connection's set-up. */
export function MoveStart({ organization, connectionId, identityProvider, groups }: Props) {
  const t = useTranslations("move.start");
  const names = useTranslations("guides.names");
  const idp = useIdpWords(identityProvider);
  const router = useRouter();
  const first = identityProvider === "microsoft-entra" ? "okta" : "microsoft-entra";
  const form = useForm<Shape>({ defaultValues: { identity_provider: first, display_name: names(first), group_names: groups.map((group) => group.name) } });
  const start = useDirectoryCall((body: StartMoveBody) => moveCalls(organization, connectionId).start(body));

  /** The name follows the provider until the admin writes one. */
  function pick(provider: IdentityProvider) {
    form.setValue("identity_provider", provider);
    if (!form.getFieldState("display_name").isDirty) form.resetField("display_name", { defaultValue: names(provider) });
  }

  async function submit(values: Shape) {
    const { connection } = await start.mutateAsync(values);
    keepShownToken(connection.connection_id, connection.bearer_token);
    router.push(connectionPath(organization, connection.connection_id, "setup"));
  }

  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <MoveHead organization={organization} connectionId={connectionId} idp={idp.middle} />
      <Card>
        <CardBody className="pt-4">
          <Form form={form} onSubmit={submit}>
            <FormField<Shape, "identity_provider"> name="identity_provider" label={t("provider")} className="max-w-md">
              {(field) => (
                <Select
                  value={field.value}
                  onValueChange={(value) => pick(value as IdentityProvider)}
                  options={identityProviders.map((value) => ({ value, label: names(value), icon: <IdpMark identityProvider={value} size="sm" /> }))}
                />
              )}
            </FormField>
            <FormField<Shape, "display_name"> name="display_name" label={t("name")} required className="max-w-md">
              {(field) => <Input {...field} autoComplete="off" maxLength={128} required />}
            </FormField>
            <Field label={t("groups")} hint={groups.length > 0 ? t("groupsHint") : t("noGroups")}>
              <CarriedGroups groups={groups} chosen={form.watch("group_names")} onChange={(chosen) => form.setValue("group_names", chosen)} />
            </Field>
            <div>
              <SubmitButton disabled={form.watch("display_name").trim() === ""}>{t("submit")}</SubmitButton>
            </div>
          </Form>
        </CardBody>
      </Card>
      <Card>
        <CardHeader title={t("how")} />
        <CardBody>
          <ol className="flex list-decimal flex-col gap-2.5 pl-5 text-sm text-muted marker:text-text">
            <li>{t("one")}</li>
            <li>{t("two", { idp: idp.middle })}</li>
            <li>{t("three", { idp: idp.middle })}</li>
          </ol>
        </CardBody>
      </Card>
    </div>
  );
}
