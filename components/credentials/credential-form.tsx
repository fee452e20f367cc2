"use client";

import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { FormField } from "@/components/ui/form";
import { FormDialog } from "@/components/ui/form-dialog";
import { Input } from "@/components/ui/input";
import { lazyResolver } from "@/components/ui/lazy-resolver";
import { useCreateCredential } from "@/lib/client/mutations/use-credentials";
import type { CreateCredentialBody, NewCredential } from "@/lib/contracts/credential";
import { credentialScopes } from "@/lib/contracts/credential-scope";
import { ScopeChoice } from "./scope-choice";

export function CredentialForm({ onMade }: { onMade: (made: NewCredential) => void }) {
  const t = useTranslations("operator.credentials");
  const create = useCreateCredential();
  const form = useForm({ resolver: lazyResolver(() => import("@/lib/contracts/credential").then((contract) => contract.CreateCredentialBody)), defaultValues: { name: "", scopes: [...credentialScopes] } });
  const submit = async (values: CreateCredentialBody): Promise<void> => onMade(await create.mutateAsync(values));
  return (
    <FormDialog form={form} onSubmit={submit} title={t("createTitle")} description={t("createDescription")} submitLabel={t("submit")}>
      <FormField name="name" label={t("name")} hint={t("nameHint")} required>
        {(field) => <Input {...field} autoComplete="off" autoFocus />}
      </FormField>
      <FormField<CreateCredentialBody, "scopes"> name="scopes" label={t("scopes")} hint={t("scopesHint")} required>
        {(field) => <ScopeChoice value={field.value} onChange={field.onChange} />}
      </FormField>
    </FormDialog>
  );
}
