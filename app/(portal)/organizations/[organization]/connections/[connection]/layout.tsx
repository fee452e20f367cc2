import type { ReactNode } from "react";
import { OpenCases } from "@/components/connections/brake/open-cases";
import { ConnectionHeader } from "@/components/connections/connection-header";
import { Messages } from "@/components/layout/messages";
import { OpenMatches } from "@/components/connections/matches/open-matches";
import { OpenMove } from "@/components/connections/move/open-move";
import { requireConnection } from "@/lib/auth/require-connection";
import { countAdoptions } from "@/lib/connections/adoption/count-adoptions";
import { findBrakeCases } from "@/lib/connections/brake/find-brake-cases";
import { presentBrakeCase } from "@/lib/connections/brake/present-brake";
import { findMove } from "@/lib/connections/move/find-move";
import { presentConnectionDetails } from "@/lib/connections/present-connection";

type Props = { params: Promise<{ organization: string; connection: string }>; children: ReactNode };

export async function generateMetadata({ params }: Props) {
  const { organization, connection } = await params;
  return { title: (await requireConnection(organization, connection)).connection.displayName };
}

export default async function ConnectionLayout({ params, children }: Props) {
  const { organization: slug, connection: id } = await params;
  const { scope, organization, connection, permissions } = await requireConnection(slug, id);
  const [cases, matches, move] = await Promise.all([
    findBrakeCases(scope, { connectionId: connection.id, open: true }),
    countAdoptions(scope, connection.id),
    findMove(scope, connection.id),
  ]);
  return (
    <>
      <ConnectionHeader
        organization={organization.slug}
        initial={presentConnectionDetails(connection, [])}
        activity={permissions.has("activity.get")}
        settings={permissions.has("connection.update")}
      />
      <Messages of={["brake.alert", "matches.alert", "move.card"]}>
        <div className="flex flex-col gap-2 empty:hidden">
          <OpenCases organization={organization.slug} cases={cases.map(presentBrakeCase)} />
          {move?.status === "open" ? (
            <OpenMove organization={organization.slug} connectionId={`scim-connection-${connection.id}`} from={move.from.displayName} to={move.to.displayName} />
          ) : null}
          <OpenMatches organization={organization.slug} matches={matches} />
        </div>
      </Messages>
      {children}
    </>
  );
}
