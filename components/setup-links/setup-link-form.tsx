"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { DialogBody, DialogClose, DialogContent, DialogFooter } from "@/components/ui/dialog";
import { Form, FormField, SubmitButton } from "@/components/ui/form";
import { Input } from "@/components/ui/input";
import { lazyResolver } from "@/components/ui/lazy-resolver";
import { Select } from "@/components/ui/select";
import { type MadeSetupLink, useCreateSetupLink } from "@/lib/client/mutations/use-setup-links";
import type { CreateSetupLinkForm as Shape } from "@/lib/contracts/setup-link";
import { identityProviders } from "@/lib/contracts/identity-providers";
import type { LinkTarget } from "./create-setup-link-dialog";

type Props = {
  organization: string;
  organizationName: string;
  connections: LinkTarget[];
  connection?: LinkTarget;
  canEmail: boolean;
  onMade: (made: MadeSetupLink) => void;
};

const NEW = "new";
const ANY = "any";
const hours = ["24", "72", "168", "720"] as const;

/** What a new link may do, how long, and for whom it is. */
export function SetupLinkForm({ organization, organizationName, connections, connection, canEmail, onMade }: Props) {
  const t = useTranslations("setupLinks.create");
  const common = useTranslations("common");
  const router = useRouter();
  const create = useCreateSetupLink(organization);
  const form = useForm<Shape>({
    resolver: lazyResolver(() => import("@/lib/contracts/setup-link").then((contract) => contract.CreateSetupLinkForm)),
    defaultValues: { connection_id: connection?.id ?? "", identity_provider: "", expires_in_hours: 168, note: "", email_address: "" },
  });
  const makesNew = form.watch("connection_id") === "";

  async function submit({ connection_id, identity_provider, email_address, ...rest }: Shape) {
    const made = await create.mutateAsync({
      ...rest,
      ...(connection_id ? { connection_id } : {}),
      ...(identity_provider && !connection_id ? { identity_provider } : {}),
      ...(email_address ? { email_address } : {}),
    });
    onMade(made);
    router.refresh();
  }

  return (
    <DialogContent title={t("title")} description={t("description", { organization: organizationName })}>
      <Form form={form} onSubmit={submit} className="min-h-0 gap-0">
        <DialogBody>
          <FormField<Shape, "connection_id"> name="connection_id" label={t("leadsTo")} hint={makesNew ? t("newConnectionHint") : t("existingHint")}>
            {(field) => (
              <Select
                value={field.value || NEW}
                onValueChange={(value) => field.onChange(value === NEW ? "" : value)}
                options={[{ value: NEW, label: t("newConnection") }, ...connections.map(({ id, name }) => ({ value: id, label: name }))]}
              />
            )}
          </FormField>
          <div className="grid gap-4 sm:grid-cols-2">
            {makesNew ? <ProviderField /> : null}
            <FormField<Shape, "expires_in_hours"> name="expires_in_hours" label={t("expires")}>
              {(field) => <Select value={String(field.value)} onValueChange={(value) => field.onChange(Number(value))} options={hours.map((value) => ({ value, label: t(`hours.${value}`) }))} />}
            </FormField>
          </div>
          <FormField<Shape, "note"> name="note" label={t("note")} hint={t("noteHint")} aside={common("optional")}>
            {(field) => <Input {...field} autoComplete="off" maxLength={200} placeholder={t("notePlaceholder")} />}
          </FormField>
          {canEmail ? (
            <FormField<Shape, "email_address"> name="email_address" label={t("email")} hint={t("emailHint")} aside={common("optional")}>
              {(field) => <Input {...field} type="email" autoComplete="off" />}
            </FormField>
          ) : null}
        </DialogBody>
        <DialogFooter>
          <DialogClose asChild>
            <Button>{common("cancel")}</Button>
          </DialogClose>
          <SubmitButton>{t("submit")}</SubmitButton>
        </DialogFooter>
      </Form>
    </DialogContent>
  );
}

function ProviderField() {
  const t = useTranslations("setupLinks.create");
  const names = useTranslations("guides.names");
  const options = [{ value: ANY, label: t("theyChoose") }, ...identityProviders.map((value) => ({ value, label: names(value) }))];
  return (
    <FormField<Shape, "identity_provider"> name="identity_provider" label={t("identityProvider")} hint={t("identityProviderHint")}>
      {(field) => <Select value={field.value || ANY} onValueChange={(value) => field.onChange(value === ANY ? "" : value)} options={options} />}
    </FormField>
  );
}
