"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { MultiSelect } from "@/components/ui/multi-select";
import { useOrganizationOptions } from "@/lib/client/queries/use-organization-options";

/** Chooses organizations by typing; none chosen means all. */
export function OrganizationPicker({ value, onChange }: { value: readonly string[]; onChange: (value: string[]) => void }) {
  const t = useTranslations("webhooks.form");
  const [text, setText] = useState("");
  const { options, loading } = useOrganizationOptions(text.trim(), value);
  return (
    <MultiSelect
      options={options}
      value={value}
      onValueChange={onChange}
      onSearch={setText}
      loading={loading}
      placeholder={t("allOrganizations")}
      searchPlaceholder={t("searchOrganizations")}
      aria-label={t("organizations")}
    />
  );
}
