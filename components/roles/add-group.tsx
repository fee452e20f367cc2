"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Combobox } from "@/components/ui/combobox";
import { useGroups } from "@/lib/client/queries/use-groups";
import { type MappingRow, rowKey } from "./mapping-rows";

type Props = { organization: string; connectionId: string; taken: ReadonlySet<string>; onAdd: (row: MappingRow) => void };

/** Adds a row: a group that was pushed, or one that is still to come, by its name. */
export function AddGroup({ organization, connectionId, taken, onAdd }: Props) {
  const t = useTranslations("roles.mapping");
  const groups = useTranslations("groups");
  const [text, setText] = useState("");
  const { data, isFetching } = useGroups(organization, { connection_id: connectionId, search: text || undefined, limit: 30 });
  const free = (data?.groups ?? []).filter((group) => !taken.has(group.group_id));
  const add = (groupId: string | null, groupName: string) => {
    const key = rowKey(groupId, groupName);
    if (!taken.has(key)) onAdd({ key, groupId, groupName, roleIds: [] });
    setText("");
  };
  const pick = (groupId: string) => add(groupId, free.find((group) => group.group_id === groupId)?.group_name ?? groupId);
  const create = (name: string) => {
    const pushed = data?.groups.find((group) => group.group_name.toLowerCase() === name.trim().toLowerCase());
    add(pushed?.group_id ?? null, pushed?.group_name ?? name.trim());
  };
  return (
    <Combobox
      aria-label={t("addGroup")}
      className="w-full sm:w-72"
      placeholder={t("addGroup")}
      searchPlaceholder={t("searchGroups")}
      options={free.map((group) => ({ value: group.group_id, label: group.group_name, description: groups("memberCount", { count: group.member_count }) }))}
      value={null}
      onValueChange={pick}
      onCreate={create}
      createLabel={(name) => t("addTyped", { name })}
      onSearch={setText}
      loading={isFetching}
    />
  );
}
