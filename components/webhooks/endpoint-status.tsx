import { useTranslations } from "next-intl";
import { StatusBadge } from "@/components/ui/badge";
import type { EndpointWire } from "@/lib/contracts/webhook";

const tones = { active: "success", paused: "neutral", failing: "danger" } as const;

/** The state of an endpoint in one word. */
export function EndpointStatus({ status }: { status: EndpointWire["status"] }) {
  const t = useTranslations("webhooks.status");
  return <StatusBadge tone={tones[status]}>{t(status)}</StatusBadge>;
}
