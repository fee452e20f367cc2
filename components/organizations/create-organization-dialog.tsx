"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { toast } from "@/lib/client/toast";
import { Button } from "@/components/ui/button";
import { Dialog, DialogBody, DialogClose, DialogContent, DialogFooter, DialogTrigger } from "@/components/ui/dialog";
import { Form, FormField, SubmitButton } from "@/components/ui/form";
import { Input } from "@/components/ui/input";
import { lazyResolver } from "@/components/ui/lazy-resolver";
import { useCreateOrganization } from "@/lib/client/mutations/use-organizations";
import type { NewOrganizationForm } from "@/lib/contracts/organization";

/** Makes an organization and opens it. */
export function CreateOrganizationDialog() {
  const t = useTranslations("operator.create");
  const [open, setOpen] = useState(false);
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button variant="primary">
          <Plus aria-hidden />
          {t("open")}
        </Button>
      </DialogTrigger>
      {open ? <CreateForm /> : null}
    </Dialog>
  );
}

function CreateForm() {
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
    <DialogContent title={t("title")} description={t("description")} size="sm">
      <Form form={form} onSubmit={submit} className="min-h-0 gap-0">
        <DialogBody>
          <FormField name="organization_name" label={t("name")} required>
            {(field) => <Input {...field} autoComplete="off" autoFocus />}
          </FormField>
          <FormField name="organization_slug" label={t("slug")} hint={t("slugHint")} aside={common("optional")}>
            {(field) => <Input {...field} autoComplete="off" spellCheck={false} className="font-mono sm:text-xs" placeholder={t("slugPlaceholder")} />}
          </FormField>
          <FormField name="organization_external_id" label={t("externalId")} hint={t("externalIdHint")} aside={common("optional")}>
            {(field) => <Input {...field} autoComplete="off" spellCheck={false} className="font-mono sm:text-xs" />}
          </FormField>
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
