"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { FormField } from "@/components/ui/form";
import { FormDialog } from "@/components/ui/form-dialog";
import { Input } from "@/components/ui/input";
import { lazyResolver } from "@/components/ui/lazy-resolver";
import { useCreateOrganization } from "@/lib/client/mutations/use-organizations";
import { toast } from "@/lib/client/toast";
import type { NewOrganizationForm } from "@/lib/contracts/organization";

export function CreateOrganizationForm() {
  const t = useTranslations("operator.create");
  const common = useTranslations("common");
  const router = useRouter();
  const create = useCreateOrganization();
  const form = useForm({
    resolver: lazyResolver(() => import("@/lib/contracts/organization").then((contract) => contract.NewOrganizationForm)),
    defaultValues: { organization_name: "", organization_slug: "", organization_external_id: "" },
  });

  async function submit(values: NewOrganizationForm) {
    const { organization } = await create.mutateAsync({
      organization_name: values.organization_name,
      organization_slug: values.organization_slug || null,
      organization_external_id: values.organization_external_id || null,
    });
    toast.success(t("created", { name: organization.organization_name }));
    router.push(`/operator/organizations/${organization.organization_slug}`);
    router.refresh();
  }

  return (
    <FormDialog form={form} onSubmit={submit} title={t("title")} description={t("description")} submitLabel={t("submit")}>
      <FormField name="organization_name" label={t("name")} required>
        {(field) => <Input {...field} autoComplete="off" autoFocus />}
      </FormField>
      <FormField name="organization_slug" label={t("slug")} hint={t("slugHint")} aside={common("optional")}>
        {(field) => <Input {...field} autoComplete="off" spellCheck={false} className="font-mono sm:text-xs" placeholder={t("slugPlaceholder")} />}
      </FormField>
      <FormField name="organization_external_id" label={t("externalId")} hint={t("externalIdHint")} aside={common("optional")}>
        {(field) => <Input {...field} autoComplete="off" spellCheck={false} className="font-mono sm:text-xs" />}
      </FormField>
    </FormDialog>
  );
}
