"use client";

import { useTranslations } from "next-intl";
import { FormField } from "@/components/ui/form";
import { Input } from "@/components/ui/input";
import { MultiSelect } from "@/components/ui/multi-select";
import { eventTypes } from "@/lib/contracts/event-types";
import { OrganizationPicker } from "./organization-picker";

type Values = { url: string; description: string; event_types: string[]; organization_ids: string[] };

const options = eventTypes.map((type) => ({ value: type, label: type }));

/** What an endpoint is made of, inside a Form. */
export function EndpointFields({ autoFocus = false }: { autoFocus?: boolean }) {
  const t = useTranslations("webhooks.form");
  const common = useTranslations("common");
  return (
    <>
      <FormField<Values, "url"> name="url" label={t("url")} hint={t("urlHint")} required>
        {(field) => <Input {...field} type="url" autoComplete="off" spellCheck={false} autoFocus={autoFocus} placeholder={t("urlPlaceholder")} className="font-mono sm:text-xs" />}
      </FormField>
      <FormField<Values, "description"> name="description" label={t("purpose")} aside={common("optional")}>
        {(field) => <Input {...field} autoComplete="off" />}
      </FormField>
      <FormField<Values, "event_types"> name="event_types" label={t("eventTypes")} hint={t("filterHint")}>
        {(field) => <MultiSelect options={options} value={field.value} onValueChange={field.onChange} placeholder={t("allEvents")} aria-label={t("eventTypes")} />}
      </FormField>
      <FormField<Values, "organization_ids"> name="organization_ids" label={t("organizations")} hint={t("filterHint")}>
        {(field) => <OrganizationPicker value={field.value} onChange={field.onChange} />}
      </FormField>
    </>
  );
}
