import { Laptop, Smartphone } from "lucide-react";
import { useTranslations } from "next-intl";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { RelativeTime } from "@/components/ui/relative-time";
import type { MemberSession } from "@/lib/directory/sessions/member-session";
import type { RoleOwner } from "../members/member-roles";
import { describeDevice } from "./describe-device";
import { EndAllSessions } from "./end-all-sessions";
import { EndSession } from "./end-session";
import { PastSessions } from "./past-sessions";

type Props = { owner: RoleOwner; live: readonly MemberSession[]; past: readonly MemberSession[]; mayEnd: boolean };

/** Where a person is signed in to the vendor's app, and why they lately were signed out. */
export function MemberSessions({ owner, live, past, mayEnd }: Props) {
  const t = useTranslations("sessions.member");
  const { name } = owner;
  return (
    <Card>
      <CardHeader title={t("title")} description={t("description", { name })} actions={mayEnd && live.length > 1 ? <EndAllSessions owner={owner} count={live.length} /> : null} />
      {live.length === 0 ? (
        <CardBody className="text-sm text-muted">{t("empty", { name })}</CardBody>
      ) : (
        <ul className="border-t border-border">
          {live.map((session) => (
            <Row key={session.id} owner={owner} session={session} mayEnd={mayEnd} />
          ))}
        </ul>
      )}
      {past.length > 0 ? <PastSessions sessions={past} /> : null}
    </Card>
  );
}

function Row({ owner, session, mayEnd }: { owner: RoleOwner; session: MemberSession; mayEnd: boolean }) {
  const t = useTranslations("sessions.member");
  const known = describeDevice(session.userAgent);
  const device = known ? t("device", { browser: known.browser, system: known.system }) : t("unknownDevice");
  const Icon = known?.mobile ? Smartphone : Laptop;
  const time = (at: Date) => () => <RelativeTime at={at} />;
  return (
    <li className="flex items-start gap-3 border-b border-border px-4 py-2.5 text-sm last:border-b-0">
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-medium text-text">{device}</span>
          {session.remoteAddress ? <span className="font-mono text-xs text-muted">{session.remoteAddress}</span> : null}
        </p>
        <p className="flex flex-wrap gap-x-1.5 text-muted max-sm:flex-col sm:*:not-first:before:mr-1.5 sm:*:not-first:before:text-muted sm:*:not-first:before:[content:'·']">
          <span>{t.rich("started", { time: time(session.startedAt) })}</span>
          <span>{t.rich("seen", { time: time(session.lastAccessedAt) })}</span>
          <span>{t.rich("expires", { time: time(session.expiresAt) })}</span>
        </p>
      </div>
      {mayEnd ? <EndSession owner={owner} sessionId={`member-session-${session.id}`} device={device} /> : null}
    </li>
  );
}
