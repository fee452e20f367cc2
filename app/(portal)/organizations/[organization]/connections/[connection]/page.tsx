import { Suspense } from "react";
import { ActivitySection } from "@/app/(portal)/organizations/[organization]/activity-section";
import { ConnectionOverview } from "@/components/connections/overview/connection-overview";
import { Messages } from "@/components/layout/messages";
import { CardSkeleton } from "@/components/overview/card-skeleton";
import { requireConnection } from "@/lib/auth/require-connection";
import { presentConnectionDetails } from "@/lib/connections/present-connection";

type Props = { params: Promise<{ organization: string; connection: string }> };

export default async function ConnectionPage({ params }: Props) {
  const { organization: slug, connection: id } = await params;
  const { scope, organization, connection, permissions } = await requireConnection(slug, id);
  return (
    <Messages of={["activity"]}>
      <ConnectionOverview
        organization={organization.slug}
        initial={presentConnectionDetails(connection, [])}
        mayUpdate={permissions.has("connection.update")}
        maySeeActivity={permissions.has("activity.get")}
      />
      {permissions.has("activity.get") ? (
        <Suspense fallback={<CardSkeleton />}>
          <ActivitySection scope={scope} connectionId={connection.id} />
        </Suspense>
      ) : null}
    </Messages>
  );
}
