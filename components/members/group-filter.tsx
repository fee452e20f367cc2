"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Combobox } from "@/components/ui/combobox";
import { useGroups } from "@/lib/client/queries/use-groups";
import type { FilterOption } from "./member-filters";

type Props = { organization: string; value: string | null; initial: FilterOption | null; onChange: (value: string | null) => void };

const any = "any";

/** Narrows members to one group, found by typing: there may be thousands. */
export function GroupFilter({ organization, value, initial, onChange }: Props) {
  const t = useTranslations("members.filters");
  const [text, setText] = useState("");
  const { data, isFetching } = useGroups(organization, { search: text || undefined, limit: 30 });
  const found = (data?.groups ?? []).map((group) => ({ value: group.group_id, label: group.group_name, description: group.connection_name }));
  const chosen = value && initial?.value === value && !found.some((option) => option.value === value) ? [{ ...initial, description: null }] : [];
  return (
    <Combobox
      aria-label={t("group")}
      className="w-36 max-sm:min-w-36 max-sm:flex-1"
      placeholder={t("anyGroup")}
      searchPlaceholder={t("searchGroups")}
      options={[{ value: any, label: t("anyGroup"), description: null }, ...chosen, ...found]}
      value={value ?? any}
      onValueChange={(next) => onChange(next === any ? null : next)}
      onSearch={setText}
      loading={isFetching}
    />
  );
}
