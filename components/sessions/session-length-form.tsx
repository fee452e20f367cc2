"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { Form, FormField, SubmitButton } from "@/components/ui/form";
import { Select } from "@/components/ui/select";
import { useUpdateOrganization } from "@/lib/client/mutations/use-update-organization";
import { toast } from "@/lib/client/toast";

const HOUR = 60;
const DAY = 24 * HOUR;
const choices = [15, HOUR, 4 * HOUR, 8 * HOUR, 12 * HOUR, DAY, 7 * DAY, 30 * DAY];
const APP = "app";

type Values = { length: string };

/** How long a session in the vendor's app may last. */
export function SessionLengthForm({ organization, minutes }: { organization: string; minutes: number | null }) {
  const t = useTranslations("sessions.length");
  const common = useTranslations("common");
  const router = useRouter();
  const update = useUpdateOrganization(organization);
  const form = useForm<Values>({ values: { length: minutes === null ? APP : String(minutes) }, resetOptions: { keepDirtyValues: true } });
  // A length that was set by API may be another one.
  const offered = [...new Set([...choices, ...(minutes === null ? [] : [minutes])])].sort((a, b) => a - b);
  const words = (value: number) => (value % DAY === 0 ? t("days", { count: value / DAY }) : value % HOUR === 0 ? t("hours", { count: value / HOUR }) : t("minutes", { count: value }));

  async function save({ length }: Values) {
    await update.mutateAsync({ session_length_minutes: length === APP ? null : Number(length) });
    toast.success(t("saved"));
    form.reset({ length });
    router.refresh();
  }

  return (
    <Card>
      <CardHeader title={t("title")} description={t("description")} />
      <Form form={form} onSubmit={save} className="gap-0">
        <CardBody>
          <FormField<Values, "length"> name="length" label={t("label")} hint={t("hint")} className="max-w-sm">
            {(field) => (
              <Select
                options={[{ value: APP, label: t("app") }, ...offered.map((value) => ({ value: String(value), label: words(value) }))]}
                value={field.value}
                onValueChange={field.onChange}
              />
            )}
          </FormField>
        </CardBody>
        <CardFooter>
          <SubmitButton disabled={!form.formState.isDirty}>{common("save")}</SubmitButton>
        </CardFooter>
      </Form>
    </Card>
  );
}
