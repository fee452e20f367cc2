import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { ActivitySection } from "@/app/(portal)/organizations/[organization]/activity-section";
import { ChangesSection } from "@/app/(portal)/organizations/[organization]/changes-section";
import { OpenCases } from "@/components/connections/brake/open-cases";
import { Messages } from "@/components/layout/messages";
import { OpenMatches } from "@/components/connections/matches/open-matches";
import { AttentionList } from "@/components/overview/attention";
import { CardSkeleton } from "@/components/overview/card-skeleton";
import { ConnectionsCard } from "@/components/overview/connections-card";
import { DirectoryStats } from "@/components/overview/directory-stats";
import { FindingsCard } from "@/components/overview/findings-card";
import { NextSteps } from "@/components/overview/next-steps";
import { planAttention } from "@/components/overview/plan-attention";
import { planNextSteps } from "@/components/overview/plan-next-steps";
import { PageHeader } from "@/components/ui/page-header";
import { requireOrganization } from "@/lib/auth/require-organization";
import { countAdoptions } from "@/lib/connections/adoption/count-adoptions";
import { findBrakeCases } from "@/lib/connections/brake/find-brake-cases";
import { presentBrakeCase } from "@/lib/connections/brake/present-brake";
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
  const [connections, counts, findings, braked, matches] = await Promise.all([
    findConnections(scope),
    countDirectory(scope),
    findFindings(scope),
    findBrakeCases(scope, { open: true }),
    countAdoptions(scope),
  ]);
  const base = `/organizations/${organization.slug}`;
  const contacts = connections.flatMap(({ contact }) => contact.lastContactAt ?? []);
  const people = connections.reduce((sum, connection) => sum + connection.counts.people, 0);
  const steps = planNextSteps({ connections: connections.length, contacted: contacts.length > 0, people, groups: counts.groups, mappings: counts.mappings });
  const waiting = connections.find((connection) => !connection.contact.firstContactAt) ?? connections[0];
  const guide = waiting ? `${base}/connections/${waiting.id}/setup` : undefined;
  return (
    <>
      <PageHeader title={t("title")} description={t("description", { name: organization.name })} />
      <Messages of={["brake.alert", "matches.alert"]}>
        <div className="flex flex-col gap-2 empty:hidden">
          <OpenCases organization={organization.slug} cases={braked.map(presentBrakeCase)} />
          <OpenMatches organization={organization.slug} matches={matches} />
          <AttentionList items={planAttention(connections, base)} />
        </div>
      </Messages>
      {contacts.length > 0 ? <FindingsCard base={base} findings={findings} /> : null}
      {steps.some((step) => step.state !== "done") ? (
        <NextSteps steps={steps} hrefs={{ connect: `${base}/connections/new`, roles: `${base}/roles`, ...(guide ? { contact: guide, people: guide, groups: guide } : {}) }} />
      ) : null}
      {connections.length > 0 ? (
        <>
          <DirectoryStats base={base} counts={counts} lastContactAt={contacts.sort((one, other) => other.getTime() - one.getTime())[0] ?? null} />
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
