import { useTranslations } from "next-intl";
import { StatusBadge } from "@/components/ui/badge";
import type { EndpointWire } from "@/lib/contracts/webhook";

const tones = { active: "success", paused: "neutral", failing: "danger" } as const;

/** The state of an endpoint in one word. */
export function EndpointStatus({ endpoint: { status, failing_since: since } }: { endpoint: Pick<EndpointWire, "status" | "failing_since"> }) {
  const t = useTranslations("webhooks.status");
  if (status === "active" && since !== null) return <StatusBadge tone="warning">{t("retrying")}</StatusBadge>;
  return <StatusBadge tone={tones[status]}>{t(status)}</StatusBadge>;
}
