"use client";

import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { toast } from "@/lib/client/toast";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { Form, FormField, SubmitButton } from "@/components/ui/form";
import { Input } from "@/components/ui/input";
import { lazyResolver } from "@/components/ui/lazy-resolver";
import { Select } from "@/components/ui/select";
import { useConnectionCall } from "@/lib/client/mutations/use-connection-call";
import { useConnection } from "@/lib/client/queries/use-connection";
import type { CreateConnectionForm as Shape, ConnectionDetailsWire } from "@/lib/contracts/connection";
import { identityProviders } from "@/lib/contracts/identity-providers";
import { BrakeCard } from "../brake/brake-card";
import { IdpMark } from "../idp-mark";
import { PolicyCard } from "../matches/policy-card";
import { MoveCard } from "../move/move-card";
import { SchemasCard } from "../schemas/schemas-card";
import { SignInMethodsCard } from "../sign-in-methods/sign-in-methods-card";
import { DeleteCard } from "./delete-card";
import { PrivacyCard } from "./privacy-card";
import { PauseCard } from "./pause-card";

/** Name, kind of IdP, ways to sign in, pause and delete. */
export function ConnectionSettings({ organization, initial, moving, mayDelete }: { organization: string; initial: ConnectionDetailsWire; moving: boolean; mayDelete: boolean }) {
  const connection = useConnection(organization, initial);
  return (
    <div className="flex max-w-4xl flex-col gap-6">
      <GeneralCard organization={organization} connection={connection} />
      <SignInMethodsCard organization={organization} connectionId={connection.connection_id} />
      <SchemasCard organization={organization} connectionId={connection.connection_id} />
      <PrivacyCard organization={organization} connection={connection} />
      <BrakeCard organization={organization} connection={connection} />
      <PolicyCard organization={organization} connection={connection} />
      <PauseCard organization={organization} connection={connection} />
      <MoveCard organization={organization} connection={connection} moving={moving} />
      {mayDelete ? <DeleteCard organization={organization} connection={connection} /> : null}
    </div>
  );
}

function GeneralCard({ organization, connection }: { organization: string; connection: ConnectionDetailsWire }) {
  const t = useTranslations("connections.settings");
  const names = useTranslations("guides.names");
  const save = useConnectionCall(organization, (calls, form: Shape) => calls.update(connection.connection_id, form));
  const stored: Shape = {
    display_name: connection.display_name,
    identity_provider: identityProviders.find((known) => known === connection.identity_provider) ?? "generic",
  };
  const form = useForm<Shape>({ resolver: lazyResolver(() => import("@/lib/contracts/connection").then((contract) => contract.CreateConnectionForm)), values: stored, resetOptions: { keepDirtyValues: true } });

  async function submit(values: Shape) {
    await save.mutateAsync(values);
    form.reset(values);
    toast.success(t("saved", { name: values.display_name }));
  }

  return (
    <Card>
      <CardHeader title={t("general")} description={t("generalDescription")} />
      <Form form={form} onSubmit={submit} className="gap-0">
        <CardBody className="flex flex-col gap-4 *:max-w-sm">
          <FormField<Shape, "display_name"> name="display_name" label={t("name")} required>
            {(field) => <Input {...field} autoComplete="off" maxLength={128} />}
          </FormField>
          <FormField<Shape, "identity_provider"> name="identity_provider" label={t("identityProvider")} hint={t("identityProviderHint")}>
            {(field) => (
              <Select
                value={field.value}
                onValueChange={field.onChange}
                options={identityProviders.map((value) => ({ value, label: names(value), icon: <IdpMark identityProvider={value} size="sm" /> }))}
              />
            )}
          </FormField>
        </CardBody>
        <CardFooter>
          <SubmitButton disabled={!form.formState.isDirty}>{t("save")}</SubmitButton>
        </CardFooter>
      </Form>
    </Card>
  );
}
