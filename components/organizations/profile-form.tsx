"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { toast } from "@/lib/client/toast";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { Form, FormField, SubmitButton } from "@/components/ui/form";
import { Input } from "@/components/ui/input";
import { lazyResolver } from "@/components/ui/lazy-resolver";
import { useUpdateOrganization } from "@/lib/client/mutations/use-update-organization";
import type { OrganizationProfile as Profile } from "@/lib/contracts/organization";
import { BrandPreview } from "./brand-preview";
import { ColorInput } from "./color-input";

export type ProfileFormProps = {
  organization: { name: string; slug: string; logoUrl: string | null; brandColor: string | null };
  /** Only the vendor's staff may change the address. */
  slugEditable: boolean;
  portalUrl: string;
};

/** Name and looks of an organization, with a preview of what others will see. */
export function ProfileForm({ organization, slugEditable, portalUrl }: ProfileFormProps) {
  const t = useTranslations("settings.profile");
  const common = useTranslations("common");
  const router = useRouter();
  const update = useUpdateOrganization(organization.slug);
  const form = useForm<Profile>({
    resolver: lazyResolver(() => import("@/lib/contracts/organization").then((contract) => contract.OrganizationProfile)),
    // What another admin saves comes in by itself; what was typed here stays.
    values: {
      organization_name: organization.name,
      organization_slug: organization.slug,
      organization_logo_url: organization.logoUrl ?? "",
      brand_color: organization.brandColor ?? "",
    },
    resetOptions: { keepDirtyValues: true },
  });
  const { dirtyFields, isDirty } = form.formState;
  // The one watcher: the preview follows the keys.
  const values = form.watch();

  /** Sends what was changed here and no more: the rest may be somebody else's newer word. */
  async function save(given: Profile) {
    const changed = Object.entries(given).filter(([field]) => dirtyFields[field as keyof Profile]);
    const answer = await update.mutateAsync(Object.fromEntries(changed));
    toast.success(t("saved"));
    form.reset({ ...given, organization_slug: answer.organization.organization_slug });
    if (answer.organization.organization_slug !== organization.slug) router.replace(`/organizations/${answer.organization.organization_slug}/settings`);
    router.refresh();
  }

  return (
    <Card>
      <CardHeader title={t("title")} description={t("description")} />
      <Form form={form} onSubmit={save} className="gap-0">
        <CardBody className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_18rem]">
          <div className="flex min-w-0 flex-col gap-4">
            <FormField<Profile> name="organization_name" label={t("name")} required>
              {(field) => <Input {...field} value={field.value ?? ""} autoComplete="organization" />}
            </FormField>
            <FormField<Profile>
              name="organization_slug"
              label={t("slug")}
              hint={slugEditable ? t("slugHint", { url: `${portalUrl}/organizations/${values.organization_slug ?? ""}` }) : t("slugLocked")}
            >
              {(field) => <Input {...field} value={field.value ?? ""} readOnly={!slugEditable} spellCheck={false} className="font-mono sm:text-xs" />}
            </FormField>
            <FormField<Profile> name="organization_logo_url" label={t("logoUrl")} hint={t("logoHint")} aside={common("optional")}>
              {(field) => <Input {...field} value={field.value ?? ""} type="url" placeholder="https://" spellCheck={false} />}
            </FormField>
            <FormField<Profile> name="brand_color" label={t("brandColor")} hint={t("brandHint")} aside={common("optional")}>
              {(field) => <ColorInput value={field.value ?? ""} onValueChange={field.onChange} onBlur={field.onBlur} />}
            </FormField>
          </div>
          <BrandPreview name={values.organization_name || organization.name} logoUrl={values.organization_logo_url ?? ""} color={values.brand_color ?? ""} />
        </CardBody>
        <CardFooter>
          <SubmitButton disabled={!isDirty}>{common("save")}</SubmitButton>
        </CardFooter>
      </Form>
    </Card>
  );
}
