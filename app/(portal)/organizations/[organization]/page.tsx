import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { ActivitySection } from "@/app/(portal)/organizations/[organization]/activity-section";
import { ChangesSection } from "@/app/(portal)/organizations/[organization]/changes-section";
import { NextStepsSection } from "@/app/(portal)/organizations/[organization]/next-steps-section";
import { OverviewNotices } from "@/app/(portal)/organizations/[organization]/overview-notices";
import { CardSkeleton } from "@/components/overview/card-skeleton";
import { ConnectionsCard } from "@/components/overview/connections-card";
import { DirectoryStats } from "@/components/overview/directory-stats";
import { FindingsCard } from "@/components/overview/findings-card";
import { summarizeContact } from "@/components/overview/summarize-contact";
import { PageHeader } from "@/components/ui/page-header";
import { requireOrganization } from "@/lib/auth/require-organization";
import { findConnections } from "@/lib/connections/find-connections";
import { findContactClocks } from "@/lib/connections/health/find-contact-clocks";
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
  const [connections, counts, findings, clocks] = await Promise.all([findConnections(scope), countDirectory(scope), findFindings(scope), findContactClocks(scope)]);
  const base = `/organizations/${organization.slug}`;
  const contact = summarizeContact([...clocks.values()]);
  return (
    <>
      <PageHeader title={t("title")} description={t("description", { name: organization.name })} />
      <OverviewNotices scope={scope} slug={organization.slug} connections={connections} />
      {contact.lastAt ? <FindingsCard base={base} findings={findings} /> : null}
      <NextStepsSection base={base} connections={connections} counts={counts} />
      {connections.length > 0 ? (
        <>
          <DirectoryStats base={base} counts={counts} contact={contact} />
          <div className="grid items-start gap-6 lg:grid-cols-2">
            <div className="flex min-w-0 flex-col gap-6">
              <ConnectionsCard base={base} connections={connections} clocks={clocks} />
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
