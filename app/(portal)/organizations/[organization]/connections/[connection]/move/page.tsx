import { getTranslations } from "next-intl/server";
import { LazyMoveStart } from "@/components/connections/move/lazy-move-start";
import { MoveView } from "@/components/connections/move/move-view";
import { requireConnection } from "@/lib/auth/require-connection";
import { findMoveLosses } from "@/lib/connections/move/find-move-losses";
import { findMove } from "@/lib/connections/move/find-move";
import { presentMove } from "@/lib/connections/move/present-move";
import { findRoleMappings } from "@/lib/directory/roles/find-role-mappings";
import { groupBy } from "@/lib/group-by";

type Props = { params: Promise<{ organization: string; connection: string }>; searchParams: Promise<{ begin?: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("move"))("title") };
}

export default async function MovePage({ params, searchParams }: Props) {
  const { organization: slug, connection: id } = await params;
  const { scope, organization, connection, permissions } = await requireConnection(slug, id, "connection.update");
  const connectionId = `scim-connection-${connection.id}`;
  const found = await findMove(scope, connection.id);
  const again = (await searchParams).begin !== undefined;
  if (found && (found.status === "open" || !again)) {
    const losses = found.status === "open" ? await findMoveLosses(scope, found) : [];
    const initial = { move: presentMove(found), losses: losses.map(({ roleId, count }) => ({ role_id: roleId, count })) };
    return <MoveView organization={organization.slug} connectionId={connectionId} initial={initial} mayDecide={permissions.has("connection.delete")} />;
  }
  const { entries } = await findRoleMappings(scope, connection.id);
  const groups = [...groupBy(entries, (entry) => entry.groupName)].map(([name, mapped]) => ({ name, roleIds: mapped.map((entry) => entry.roleId) }));
  return <LazyMoveStart organization={organization.slug} connectionId={connectionId} identityProvider={connection.identityProvider} groups={groups} />;
}
