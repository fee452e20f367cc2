import { useTranslations } from "next-intl";
import { RelativeTime } from "@/components/ui/relative-time";
import type { MemberSession } from "@/lib/directory/sessions/member-session";
import { describeDevice } from "./describe-device";

const reasons = ["revoked", "member_deactivated", "member_deleted", "organization_suspended"] as const;

/** Sessions that are over, and why. */
export function PastSessions({ sessions }: { sessions: readonly MemberSession[] }) {
  const t = useTranslations("sessions.member");
  return (
    <div className="border-t border-border bg-sunken/60 px-4 py-3">
      <h3 className="text-sm font-medium text-text">{t("past")}</h3>
      <ul className="mt-1 flex flex-col gap-0.5 text-sm text-muted">
        {sessions.map((session) => {
          const known = describeDevice(session.userAgent);
          const reason = reasons.find((each) => each === session.revokedReason) ?? (session.revokedAt ? "other" : "expired");
          return (
            <li key={session.id} className="flex flex-wrap gap-x-1.5">
              <span>{known ? t("device", { browser: known.browser, system: known.system }) : t("unknownDevice")}</span>
              <span aria-hidden>·</span>
              <span>{t.rich("pastEntry", { reason: t(`reasons.${reason}`), time: () => <RelativeTime at={session.revokedAt ?? session.expiresAt} /> })}</span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
