import { useTranslations } from "next-intl";
import { StatusBadge } from "@/components/ui/badge";

type Props = { status: string; firstContactAt: string | null; lastFailureAt?: string | null; lastContactAt?: string | null };

/** The state of a connection in one word, as an admin thinks of it: waiting until the IdP has called for the first time. */
export function ConnectionStatus({ status, firstContactAt }: Props) {
  const t = useTranslations("connections.status");
  if (status === "paused") return <StatusBadge tone="warning">{t("paused")}</StatusBadge>;
  if (!firstContactAt) return <StatusBadge tone="info" live>{t("waiting")}</StatusBadge>;
  return <StatusBadge tone="success">{t("active")}</StatusBadge>;
}
