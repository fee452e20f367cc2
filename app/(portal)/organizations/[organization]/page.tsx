import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { ActivitySection } from "@/app/(portal)/organizations/[organization]/activity-section";
import { ChangesSection } from "@/app/(portal)/organizations/[organization]/changes-section";
import { NextStepsSection } from "@/app/(portal)/organizations/[organization]/next-steps-section";
import { OverviewNotices } from "@/app/(portal)/organizations/[organization]/overview-notices";
import { Messages } from "@/components/layout/messages";
import { CardSkeleton } from "@/components/overview/card-skeleton";
import { ConnectionsCard } from "@/components/overview/connections-card";
import { DirectoryStats } from "@/components/overview/directory-stats";
import { FindingsCard } from "@/components/overview/findings-card";
import { PageHeader } from "@/components/ui/page-header";
import { requireOrganization } from "@/lib/auth/require-organization";
import { findConnections } from "@/lib/connections/find-connections";
import { findFindings } from "@/lib/connections/health/find-findings";
import { refreshStaleHealth } from "@/lib/connections/health/refresh-stale-health";
import { countDirectory } from "@/lib/organizations/count-directory";

type Props = { params: Promise<{ organization: string }> };

export async function generateMetadata() {
  const t = await getTranslations("overview");
  return { title: t("title") };
}

export default async function OverviewPage({ params }: Props) {
  const { scope, organization } = await requireOrganization((await params).organization, "organization.get");
  const t = await getTranslations("overview");
  await refreshStaleHealth(scope, null);
  const [connections, counts, findings] = await Promise.all([findConnections(scope), countDirectory(scope), findFindings(scope)]);
  const base = `/organizations/${organization.slug}`;
  const [lastContactAt = null] = connections.flatMap(({ contact }) => contact.lastContactAt ?? []).sort((one, other) => other.getTime() - one.getTime());
  return (
    <>
      <PageHeader title={t("title")} description={t("description", { name: organization.name })} />
      <Messages of={["brake.alert", "matches.alert"]}>
        <OverviewNotices scope={scope} slug={organization.slug} connections={connections} />
      </Messages>
      {lastContactAt ? <FindingsCard base={base} findings={findings} /> : null}
      <NextStepsSection base={base} connections={connections} counts={counts} />
      {connections.length > 0 ? (
        <>
          <DirectoryStats base={base} counts={counts} lastContactAt={lastContactAt} />
          <div className="grid items-start gap-6 lg:grid-cols-2">
            <div className="flex min-w-0 flex-col gap-6">
              <ConnectionsCard base={base} connections={connections} />
              <Suspense fallback={<CardSkeleton />}>
                <ActivitySection scope={scope} />
              </Suspense>
            </div>
            <Suspense fallback={<CardSkeleton />}>
              <ChangesSection scope={scope} base={base} />
            </Suspense>
          </div>
        </>
      ) : null}
    </>
  );
}
