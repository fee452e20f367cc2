"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { movePath } from "../connection-path";

/** Says on every page of either connection that a move is open; not above the move itself. */
export function OpenMove({ organization, connectionId, from, to }: { organization: string; connectionId: string; from: string; to: string }) {
  const t = useTranslations("move.card");
  if (usePathname().endsWith(movePath(organization, connectionId))) return null;
  return (
    <Callout
      tone="info"
      title={t("openTitle")}
      action={
        <ButtonLink size="sm" href={movePath(organization, connectionId)}>
          {t("openAction")}
        </ButtonLink>
      }
    >
      {t("openDescription", { from, to })}
    </Callout>
  );
}
