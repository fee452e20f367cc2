"use client";

import { useTranslations } from "next-intl";
import type { OthersChange } from "./rebase-rows";
import { RoleBadge } from "./role-badge";

/** What somebody else did to the mapping, a line a group. */
export function OthersChanges({ changes }: { changes: readonly OthersChange[] }) {
  const t = useTranslations("roles.mapping.others");
  return (
    <ul className="mt-1.5 flex max-h-48 flex-col gap-1 overflow-y-auto">
      {changes.map(({ key, groupName, added, removed, arrived }) => (
        <li key={key} className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="font-medium text-text">{groupName}</span>
          {arrived ? <span>{t("arrived")}</span> : null}
          {added.map((roleId) => (
            <span key={roleId}>{t.rich("added", { role: () => <RoleBadge roleId={roleId} /> })}</span>
          ))}
          {removed.map((roleId) => (
            <span key={roleId}>{t.rich("removed", { role: () => <RoleBadge roleId={roleId} /> })}</span>
          ))}
        </li>
      ))}
    </ul>
  );
}
