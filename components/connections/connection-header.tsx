"use client";

import { useTranslations } from "next-intl";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { LinkTabs, type LinkTab } from "@/components/ui/link-tabs";
import { PageHeader } from "@/components/ui/page-header";
import { useConnection } from "@/lib/client/queries/use-connection";
import type { ConnectionDetailsWire } from "@/lib/contracts/connection";
import { connectionPath } from "./connection-path";
import { ConnectionStatus } from "./connection-status";
import { IdpMark } from "./idp-mark";
import { idpName } from "./idp-name";

type Props = { organization: string; initial: ConnectionDetailsWire; activity: boolean; settings: boolean };

/** Name, state and tabs of a connection; stands above each of its pages. */
export function ConnectionHeader({ organization, initial, activity, settings }: Props) {
  const t = useTranslations("connections");
  const names = useTranslations("guides.names");
  const connection = useConnection(organization, initial);
  const idp = idpName(names, connection.identity_provider);
  const path = (tab?: Parameters<typeof connectionPath>[2]) => connectionPath(organization, connection.connection_id, tab);
  // Brake, matches and move are reached from the settings; who may not see those comes from a notice on the overview.
  const apart = ["brake", "matches", "move"].map((page) => `${path()}/${page}`);
  const tabs: LinkTab[] = [
    { href: path(), label: t("tabs.overview"), exact: true, ...(settings ? {} : { also: apart }) },
    { href: path("setup"), label: t("tabs.setup") },
    { href: path("roles"), label: t("tabs.roles"), count: connection.counts.mappings || null },
    ...(activity ? [{ href: path("activity"), label: t("tabs.activity") }] : []),
    { href: path("health"), label: t("tabs.health"), count: connection.counts.findings || null },
    ...(settings ? [{ href: path("settings"), label: t("tabs.settings"), also: apart }] : []),
  ];
  return (
    <PageHeader
      breadcrumbs={<Breadcrumbs items={[{ label: t("title"), href: `/organizations/${organization}/connections` }, { label: connection.display_name }]} />}
      leading={<IdpMark identityProvider={connection.identity_provider} size={idp === connection.display_name ? "md" : "lg"} />}
      title={connection.display_name}
      description={idp === connection.display_name ? null : idp}
      badge={<ConnectionStatus status={connection.status} firstContactAt={connection.contact.first_contact_at} />}
      tabs={<LinkTabs label={t("tabs.label")} tabs={tabs} />}
    />
  );
}
