import { useTranslations } from "next-intl";
import { type BadgeTone, StatusBadge } from "@/components/ui/badge";

export type MemberStatusName = "pending" | "invited" | "active" | "deactivated" | "deleted";

const tones: Record<MemberStatusName, BadgeTone> = { active: "success", invited: "info", pending: "info", deactivated: "warning", deleted: "neutral" };

/** A member's state as a word with its colour. */
export function MemberStatus({ status }: { status: MemberStatusName }) {
  const t = useTranslations("members.status");
  return <StatusBadge tone={tones[status]}>{t(status)}</StatusBadge>;
}
