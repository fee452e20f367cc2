import { useNow, useTranslations } from "next-intl";
import type { Notice } from "@/components/ui/notice-stack";
import { RelativeTime } from "@/components/ui/relative-time";
import type { ConnectionDetailsWire } from "@/lib/contracts/connection";
import { connectionPath } from "../connection-path";
import { useIdpWords } from "../use-idp-words";

const DAY_MS = 24 * 60 * 60 * 1000;

/** Said in good time, and on every page of the connection: its token ends, or has ended. */
export function useTokenNotice(organization: string, connection: ConnectionDetailsWire): Notice | null {
  const t = useTranslations("connections.token");
  const { middle } = useIdpWords(connection.identity_provider);
  const now = useNow({ updateInterval: 60_000 });
  const [current, next] = (["current", "next"] as const).map((slot) => connection.tokens.find((token) => token.slot === slot));
  const ends = current?.expires_at;
  // While a replacement is open the overview says what is left to do.
  if (!current || !ends || next || Date.parse(ends) - now.getTime() > 30 * DAY_MS) return null;
  const over = Date.parse(ends) <= now.getTime();
  const soon = Date.parse(ends) - now.getTime() <= 7 * DAY_MS;
  const words = { lastFour: current.last_four, idp: middle };
  return {
    key: "token",
    tone: over ? "danger" : soon ? "warning" : "info",
    title: over ? t("noticeOverTitle") : t.rich("noticeTitle", { when: () => <RelativeTime at={ends} className="relative z-1" /> }),
    description: over ? t("noticeOver", words) : t("notice", words),
    href: `${connectionPath(organization, connection.connection_id)}#token`,
    action: t("noticeAction"),
  };
}
