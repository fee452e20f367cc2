"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { matchesPath } from "../connection-path";

export type OpenMatch = { connectionId: string; connectionName: string; count: number };

/** Open questions of who is who, each connection's with the way to them; not above the questions themselves. */
export function OpenMatches({ organization, matches }: { organization: string; matches: readonly OpenMatch[] }) {
  const t = useTranslations("matches.alert");
  const path = usePathname();
  const shown = matches.filter((each) => !path.endsWith(matchesPath(organization, each.connectionId)));
  return shown.map(({ connectionId, connectionName, count }) => (
    <Callout
      key={connectionId}
      tone="warning"
      title={t("title", { count, connection: connectionName })}
      action={
        <ButtonLink size="sm" href={matchesPath(organization, connectionId)}>
          {t("action")}
        </ButtonLink>
      }
    >
      {t("description")}
    </Callout>
  ));
}
