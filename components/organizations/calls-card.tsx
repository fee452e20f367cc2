"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import { useUpdateOrganization } from "@/lib/client/mutations/use-update-organization";
import { toast } from "@/lib/client/toast";

type Props = { organization: string; retentionDays: number | null; installationDays: number; bodiesKept: boolean };

const choices = [1, 7, 14, 30, 90, 180, 365];

/** How long calls of identity providers are kept, and whether with their content. */
export function CallsCard({ organization, retentionDays, installationDays, bodiesKept }: Props) {
  const t = useTranslations("settings.calls");
  const router = useRouter();
  const update = useUpdateOrganization(organization);
  const save = (change: Parameters<typeof update.mutate>[0], said: string): void =>
    update.mutate(change, {
      onSuccess: () => {
        toast.success(said);
        router.refresh();
      },
      onError: (error) => toast.error(error.message),
    });
  const days = retentionDays !== null && !choices.includes(retentionDays) ? [...choices, retentionDays].sort((one, other) => one - other) : choices;
  return (
    <Card>
      <CardHeader title={t("title")} description={t("description")} />
      <CardBody className="flex flex-col gap-5">
        <Field label={t("retention")} className="max-w-sm">
          <Select
            value={retentionDays === null ? "default" : String(retentionDays)}
            disabled={update.isPending}
            onValueChange={(value) => save({ call_retention_days: value === "default" ? null : Number(value) }, t("retentionSaved"))}
            options={[{ value: "default", label: t("default", { days: installationDays }) }, ...days.map((each) => ({ value: String(each), label: t("days", { days: each }) }))]}
          />
        </Field>
        <Switch label={t("bodies")} description={t("bodiesDescription")} checked={bodiesKept} disabled={update.isPending} onCheckedChange={(kept) => save({ call_bodies_kept: kept }, t("saved"))} />
      </CardBody>
    </Card>
  );
}
