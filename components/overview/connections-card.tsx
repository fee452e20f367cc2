import Link from "next/link";
import { useNow, useTranslations } from "next-intl";
import { ConnectionStatus } from "@/components/connections/connection-status";
import { IdpMark } from "@/components/connections/idp-mark";
import { ButtonLink } from "@/components/ui/button-link";
import { Card, CardHeader } from "@/components/ui/card";
import { RelativeTime } from "@/components/ui/relative-time";
import type { ContactClockWire } from "@/lib/contracts/health";

export type ListedConnection = {
  id: string;
  displayName: string;
  identityProvider: string;
  status: string;
  contact: { firstContactAt: Date | null; lastContactAt: Date | null };
  counts: { people: number; groups: number };
};

/** What is connected, when it was last heard of, and when it should be again. */
export function ConnectionsCard({ base, connections, clocks }: { base: string; connections: readonly ListedConnection[]; clocks: ReadonlyMap<string, ContactClockWire> }) {
  const t = useTranslations("overview.connections");
  return (
    <Card>
      <CardHeader
        title={t("title")}
        actions={
          <ButtonLink size="sm" variant="quiet" className="-my-1 -mr-2.5" href={`${base}/connections`}>
            {t("all")}
          </ButtonLink>
        }
      />
      <ul className="border-t border-border">
        {connections.map((connection) => (
          <li key={connection.id} className="relative flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-border px-4 py-2.5 transition-colors last:rounded-b-lg last:border-b-0 hover:bg-sunken">
            <IdpMark identityProvider={connection.identityProvider} />
            <div className="min-w-0 flex-1 basis-32">
              <Link href={`${base}/connections/${connection.id}`} className="block truncate text-sm font-medium after:absolute after:inset-0 after:content-['']">
                {connection.displayName}
              </Link>
              <p className="truncate text-xs text-muted">
                {t("people", { count: connection.counts.people })} · {t("groups", { count: connection.counts.groups })}
              </p>
            </div>
            <div className="ml-auto flex flex-col items-end">
              <ConnectionStatus status={connection.status} firstContactAt={connection.contact.firstContactAt?.toISOString() ?? null} />
              <Contact clock={clocks.get(connection.id)} />
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Contact({ clock }: { clock: ContactClockWire | undefined }) {
  const t = useTranslations("overview.connections");
  const now = useNow();
  if (!clock?.last_contact_at) return null;
  const { last_contact_at: last, next_expected_at: next, overdue } = clock;
  const time = (at: string) => <RelativeTime at={at} className="relative z-1" />;
  return (
    <p className={overdue ? "text-xs text-danger-text" : "text-xs text-muted"}>
      {time(last)}
      {next ? <> · {!overdue && Date.parse(next) <= now.getTime() ? t("due") : t.rich(overdue ? "overdue" : "next", { when: () => time(next) })}</> : null}
    </p>
  );
}
