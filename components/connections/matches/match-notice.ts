import type { useTranslations } from "next-intl";
import type { Notice } from "@/components/ui/notice-stack";
import { matchesPath } from "../connection-path";

export type OpenMatch = { connectionId: string; connectionName: string; count: number };

/** Open questions of who is who of one connection, with the way to them. */
export function matchNotice(t: ReturnType<typeof useTranslations<"matches.alert">>, organization: string, { connectionId, connectionName, count }: OpenMatch): Notice {
  return {
    key: `matches ${connectionId}`,
    tone: "warning",
    title: t("title", { count, connection: connectionName }),
    description: t("description"),
    href: matchesPath(organization, connectionId),
    action: t("action"),
  };
}
