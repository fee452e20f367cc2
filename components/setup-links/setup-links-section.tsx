"use client";

import { useTranslations } from "next-intl";
import { useActorName } from "@/components/audit/use-actor-name";
import { DataTable, type DataColumn } from "@/components/ui/data-table";
import { RelativeTime } from "@/components/ui/relative-time";
import { Section } from "@/components/ui/section";
import type { SetupLinkWire } from "@/lib/contracts/setup-link";
import { CreateSetupLinkDialog, type LinkTarget } from "./create-setup-link-dialog";
import { SetupLinkActions } from "./setup-link-actions";

type Props = { organization: string; organizationName: string; links: SetupLinkWire[]; connections: LinkTarget[]; canEmail: boolean };

/** Links that let someone set up a connection without an account: for whom, used by whom, until when. */
export function SetupLinksSection({ organization, organizationName, links, connections, canEmail }: Props) {
  const t = useTranslations("setupLinks.list");
  const columns: DataColumn<SetupLinkWire>[] = [
    { id: "for", header: t("for"), cell: (row) => <ForWhom link={row} /> },
    { id: "leadsTo", header: t("leadsTo"), hideBelow: "md", cell: (row) => <span className="text-muted">{row.connection_name ?? (row.connection_id ? t("deletedConnection") : t("newConnection"))}</span> },
    { id: "used", header: t("used"), cell: (row) => <LastUse link={row} /> },
    { id: "ends", header: t("ends"), hideBelow: "sm", cell: (row) => <Ends link={row} /> },
    { id: "actions", header: <span className="sr-only">{t("actions")}</span>, align: "right", cell: (row) => <SetupLinkActions organization={organization} link={row} /> },
  ];
  const create = <CreateSetupLinkDialog organization={organization} organizationName={organizationName} connections={connections} canEmail={canEmail} />;
  return (
    <Section title={t("title")} description={t("description")} actions={create}>
      {links.length > 0 ? (
        <DataTable caption={t("caption")} columns={columns} rows={links} getRowId={(row) => row.setup_link_id} interactive={false} />
      ) : (
        <p className="rounded-lg border border-dashed border-border-strong px-4 py-6 text-center text-sm text-muted">{t("empty")}</p>
      )}
    </Section>
  );
}

function ForWhom({ link }: { link: SetupLinkWire }) {
  const t = useTranslations("setupLinks.list");
  const actorName = useActorName();
  const named = link.note || link.email_address;
  return (
    <span className="block min-w-0 py-0.5">
      <span className={named ? "block font-medium wrap-break-word" : "block text-muted"}>{named || t("noNote")}</span>
      <span className="block text-xs wrap-break-word text-muted">{t("by", { name: actorName(link.created_by) })}</span>
      <span className="block text-xs text-muted sm:hidden">
        <Ends link={link} inWords />
      </span>
    </span>
  );
}

function LastUse({ link }: { link: SetupLinkWire }) {
  const t = useTranslations("setupLinks.list");
  const [last] = link.uses;
  if (!last) return <span className="text-muted">{t("notUsed")}</span>;
  const more = link.uses.length - 1;
  return (
    <span className="block min-w-0">
      <span className="block truncate">{last.name}</span>
      <span className="block text-xs text-muted">
        <RelativeTime at={last.last_seen_at} />
        {more > 0 ? ` ${t("more", { count: more })}` : null}
      </span>
    </span>
  );
}

function Ends({ link, inWords = false }: { link: SetupLinkWire; inWords?: boolean }) {
  const t = useTranslations("setupLinks.list");
  if (link.status !== "open") return <span className="text-muted">{t(link.status)}</span>;
  const when = <RelativeTime at={link.expires_at} className="text-muted" />;
  return inWords ? t.rich("endsAt", { when: () => when }) : when;
}
