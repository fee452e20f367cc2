"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Combobox } from "@/components/ui/combobox";
import { SearchInput } from "@/components/ui/search-input";
import { useOrganizationOptions } from "@/lib/client/queries/use-organization-options";

const everywhere = "all";

/** What narrows the list of events: a text, which SearchInput keeps in the URL, and an organization. */
export function EventFilters({ organization, onOrganizationChange }: { organization: string | null; onOrganizationChange: (organization: string | null) => void }) {
  const t = useTranslations("webhooks.events");
  const [text, setText] = useState("");
  const { options } = useOrganizationOptions(text.trim(), organization ? [organization] : []);
  return (
    <div className="flex flex-wrap gap-2">
      <SearchInput label={t("search")} placeholder={t("searchPlaceholder")} className="sm:w-80" />
      <Combobox
        aria-label={t("filter")}
        options={[{ value: everywhere, label: t("all") }, ...options]}
        value={organization ?? everywhere}
        onValueChange={(next) => onOrganizationChange(next === everywhere ? null : next)}
        onSearch={setText}
        placeholder={t("all")}
        className="w-full sm:w-72"
      />
    </div>
  );
}
