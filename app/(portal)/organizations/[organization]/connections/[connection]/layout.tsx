import type { ReactNode } from "react";
import { ConnectionHeader } from "@/components/connections/connection-header";
import { ConnectionNotices } from "@/components/connections/connection-notices";
import { Messages } from "@/components/layout/messages";
import { PageSlot } from "@/components/layout/page-slot";
import { requireConnection } from "@/lib/auth/require-connection";
import { countAdoptions } from "@/lib/connections/adoption/count-adoptions";
import { findBrakeCases } from "@/lib/connections/brake/find-brake-cases";
import { presentBrakeCase } from "@/lib/connections/brake/present-brake";
import { findMove } from "@/lib/connections/move/find-move";
import { presentConnectionDetails } from "@/lib/connections/present-connection";
import Loading from "./loading";

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
  const initial = presentConnectionDetails(connection, []);
  return (
    <>
      <ConnectionHeader organization={organization.slug} initial={initial} activity={permissions.has("activity.get")} settings={permissions.has("connection.update")} />
      <Messages of={["brake.alert", "matches.alert", "move.card"]}>
        <ConnectionNotices
          organization={organization.slug}
          initial={initial}
          cases={cases.map(presentBrakeCase)}
          matches={matches}
          move={move?.status === "open" ? { from: move.from.displayName, to: move.to.displayName } : null}
        />
      </Messages>
      <PageSlot skeleton={<Loading />}>{children}</PageSlot>
    </>
  );
}
