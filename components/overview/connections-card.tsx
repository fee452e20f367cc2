import Link from "next/link";
import { useTranslations } from "next-intl";
import { ConnectionStatus } from "@/components/connections/connection-status";
import { IdpMark } from "@/components/connections/idp-mark";
import { ButtonLink } from "@/components/ui/button-link";
import { Card, CardHeader } from "@/components/ui/card";
import { RelativeTime } from "@/components/ui/relative-time";

export type ListedConnection = {
  id: string;
  displayName: string;
  identityProvider: string;
  status: string;
  contact: { firstContactAt: Date | null; lastContactAt: Date | null };
  counts: { people: number; groups: number };
};

/** What is connected, and when it was last heard of. */
export function ConnectionsCard({ base, connections }: { base: string; connections: readonly ListedConnection[] }) {
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
          <li key={connection.id} className="relative flex items-center gap-3 border-b border-border px-4 py-2.5 transition-colors last:rounded-b-lg last:border-b-0 hover:bg-sunken">
            <IdpMark identityProvider={connection.identityProvider} />
            <div className="min-w-0 flex-1">
              <Link href={`${base}/connections/${connection.id}`} className="block truncate text-sm font-medium after:absolute after:inset-0 after:content-['']">
                {connection.displayName}
              </Link>
              <p className="truncate text-xs text-muted">
                {t("people", { count: connection.counts.people })} · {t("groups", { count: connection.counts.groups })}
              </p>
            </div>
            <div className="flex flex-col items-end">
              <ConnectionStatus status={connection.status} firstContactAt={connection.contact.firstContactAt?.toISOString() ?? null} />
              {connection.contact.lastContactAt ? <RelativeTime at={connection.contact.lastContactAt} className="relative z-1 text-xs text-muted" /> : null}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
