"use client";

import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Tooltip } from "@/components/ui/tooltip";
import { RoleBadge } from "./role-badge";

/** The first few roles; the rest is counted and named on hover. Everyone's role says nothing and is left out. */
export function RoleBadges({ roleIds, limit = 2 }: { roleIds: readonly string[]; limit?: number }) {
  const t = useTranslations("members");
  const named = roleIds.filter((roleId) => roleId !== "org_member");
  if (named.length === 0) return <span className="text-faint">–</span>;
  const rest = named.slice(limit);
  return (
    <span className="flex flex-nowrap items-center gap-1">
      {named.slice(0, limit).map((roleId) => (
        <RoleBadge key={roleId} roleId={roleId} />
      ))}
      {rest.length > 0 ? (
        <Tooltip content={rest.join(", ")}>
          <Badge className="relative z-1" aria-label={rest.join(", ")} role="note">
            {t("more", { count: rest.length })}
          </Badge>
        </Tooltip>
      ) : null}
    </span>
  );
}
