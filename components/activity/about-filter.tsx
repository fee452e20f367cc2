"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Combobox } from "@/components/ui/combobox";
import { useGroups } from "@/lib/client/queries/use-groups";
import { useMembers } from "@/lib/client/queries/use-members";

type Props = { organization: string; value: string | null; onChange: (value: string | null) => void };

const anyone = "anyone";

/** Narrows calls to one person or group, found by typing. */
export function AboutFilter({ organization, value, onChange }: Props) {
  const t = useTranslations("activity.filters");
  const [text, setText] = useState("");
  const members = useMembers(organization, { search: text || undefined, limit: 8 });
  const groups = useGroups(organization, { search: text || undefined, limit: 6 });
  const found = [
    ...(members.data?.members ?? []).map((member) => ({ value: member.member_id, label: member.name || member.email_address, description: member.email_address })),
    ...(groups.data?.groups ?? []).map((group) => ({ value: group.group_id, label: group.group_name, description: group.connection_name })),
  ];
  const chosen = value && !found.some((option) => option.value === value) ? [{ value, label: t("chosen"), description: null }] : [];
  return (
    <Combobox
      aria-label={t("about")}
      className="w-40 max-sm:min-w-36 max-sm:flex-1"
      placeholder={t("anyone")}
      searchPlaceholder={t("searchAbout")}
      options={[{ value: anyone, label: t("anyone"), description: null }, ...chosen, ...found]}
      value={value ?? anyone}
      onValueChange={(next) => onChange(next === anyone ? null : next)}
      onSearch={setText}
      loading={members.isFetching || groups.isFetching}
    />
  );
}
