"use client";

import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { Dialog } from "@/components/ui/dialog";
import { FormField } from "@/components/ui/form";
import { FormDialog } from "@/components/ui/form-dialog";
import { Input } from "@/components/ui/input";
import { lazyResolver } from "@/components/ui/lazy-resolver";
import { useSignInMethodCall } from "@/lib/client/mutations/use-sign-in-method-call";
import type { Federation, IssuedCredentialWire } from "@/lib/contracts/sign-in-method";

type Props = { organization: string; connectionId: string; onIssued: (issued: IssuedCredentialWire) => void; onClose: () => void };

const fields = [
  { name: "issuer", label: "issuer", example: "https://login.microsoftonline.com/…/v2.0" },
  { name: "jwks_url", label: "jwksUrl", example: "https://login.microsoftonline.com/…/discovery/v2.0/keys" },
  { name: "subject", label: "subject", example: "00000000-0000-0000-0000-000000000000" },
  { name: "audience", label: "audience", example: "api://…" },
] as const;

/** Asks for the four values that Entra shows for workload identity federation. */
export function FederationDialog({ organization, connectionId, onIssued, onClose }: Props) {
  const t = useTranslations("signInMethods.federation");
  const form = useForm<Federation>({
    resolver: lazyResolver(() => import("@/lib/contracts/sign-in-method").then((contract) => contract.Federation)),
    defaultValues: { issuer: "", jwks_url: "", subject: "", audience: "" },
  });
  const enable = useSignInMethodCall(organization, connectionId, (calls, values: Federation) => calls.enable("federation", values));

  async function submit(values: Federation) {
    const issued = await enable.mutateAsync(values);
    onClose();
    onIssued(issued);
  }

  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onClose())}>
      <FormDialog form={form} onSubmit={submit} size="md" title={t("title")} description={t("description")} submitLabel={t("submit")}>
        {fields.map(({ name, label, example }) => (
          <FormField key={name} name={name} control={form.control} label={t(label)} required>
            {(field) => <Input {...field} placeholder={example} spellCheck={false} autoComplete="off" />}
          </FormField>
        ))}
      </FormDialog>
    </Dialog>
  );
}
