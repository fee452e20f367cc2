import type pg from "pg";
import { uuidv7 } from "uuidv7";
import { pool } from "@/lib/db/client";
import { isUniqueViolation } from "@/lib/db/errors";
import { groupPayload } from "@/lib/events/event-payload";
import type { ConnectionScope } from "@/lib/scope";
import { ofConnection } from "../registrations/registration-columns";
import { roleChangeEvents, roleChanges } from "../roles/role-changes";
import type { GroupProfile, StoredGroup, WrittenGroup } from "./stored-group";

/** The row as it is now, or why it did not change: somebody else changed it meanwhile, or the name is taken. */
export type UpdatedGroup = ({ outcome: "updated" } & WrittenGroup) | { outcome: "stale" } | { outcome: "taken" };

const head = { eventId: "$8::uuid", action: "'UPDATE'", organizationId: "changed.organization_id", connectionId: "$1::uuid" };

// A renamed group takes its mappings along, and those that were typed for its new name; where both name one role, the typed one goes.
const roles = roleChanges({
  group: "select id from claimed_for",
  subtrees: "select id from claimed_for",
  gainedMappings: "select role_id, group_id, connection_id from claimed",
});

const statement = `
  with recursive changed as (
    update idp_group set display_name = $4, display_name_key = $5, external_id = $6, attributes = $7::jsonb,
      version = version + 1, updated_at = greatest(now(), updated_at + interval '1 millisecond')
    where id = $2 and ${ofConnection("idp_group", "$1")} and version = $3
    returning *
  ), renamed as (
    update role_mapping m set group_name = $4, group_name_key = $5 from changed
    where m.group_id = changed.id and m.group_name is distinct from $4
  ), doubled as (
    delete from role_mapping m using changed
    where m.connection_id = $1 and m.group_name_key = $5 and m.group_id is null
      and exists (select 1 from role_mapping own where own.group_id = changed.id and own.role_id = m.role_id)
  ), claimed as (
    update role_mapping m set group_id = changed.id, group_name = $4 from changed
    where m.connection_id = $1 and m.group_name_key = $5 and m.group_id is null
      and not exists (select 1 from role_mapping own where own.group_id = changed.id and own.role_id = m.role_id)
    returning m.role_id, m.group_id, m.connection_id
  ), claimed_for as (
    select distinct group_id as id from claimed
  ), ${roles}, told as (
    insert into event (id, organization_id, connection_id, type, object_id, member_id, payload, request_id)
    select id, organization_id, connection_id, type, object_id, member_id, payload, $9::uuid from (
      select $8::uuid, changed.organization_id, $1::uuid, 'scim.idp_group.update', changed.id, null::uuid, ${groupPayload(head, "changed")} from changed
      union all ${roleChangeEvents}
    ) fact (id, organization_id, connection_id, type, object_id, member_id, payload)
    order by type like 'scim.member.%'
  )
  select id, version, created_at, updated_at from changed`;

type Row = { id: string; version: number; created_at: Date; updated_at: Date };

/** Writes a group's own attributes and the event in one statement, if the row still has the version that was read. */
export async function updateGroup(
  scope: ConnectionScope,
  stored: StoredGroup,
  profile: GroupProfile,
  on: Pick<pg.Pool, "query"> = pool(),
): Promise<UpdatedGroup> {
  const values = [
    scope.connectionId,
    stored.id,
    stored.version,
    profile.displayName,
    profile.displayName.toLowerCase(),
    profile.externalId,
    JSON.stringify(profile.attributes),
    uuidv7(),
    scope.requestId,
  ];
  try {
    const { rows } = await on.query<Row>({ name: "update-group", text: statement, values });
    const row = rows[0];
    if (!row) return { outcome: "stale" };
    return { outcome: "updated", id: row.id, version: row.version, createdAt: row.created_at, updatedAt: row.updated_at };
  } catch (error) {
    if (isUniqueViolation(error, "idp_group_connection_id_display_name_key_key")) return { outcome: "taken" };
    throw error;
  }
}
