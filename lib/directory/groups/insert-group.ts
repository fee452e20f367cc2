import type pg from "pg";
import { uuidv7 } from "uuidv7";
import { pool } from "@/lib/db/client";
import { isUniqueViolation } from "@/lib/db/errors";
import { groupPayload } from "@/lib/events/event-payload";
import type { ConnectionScope } from "@/lib/scope";
import { roleGraph } from "../roles/role-graph";
import { runUntilSteady } from "../roles/run-until-steady";
import type { GroupProfile, WrittenGroup } from "./stored-group";

/** A new group, or why there is none: the name is taken, or the connection was deleted meanwhile. */
export type InsertedGroup = ({ outcome: "created" } & WrittenGroup) | { outcome: "taken" } | { outcome: "closed" };

const head = { eventId: "$8::uuid", action: "'CREATE'", organizationId: "$2::uuid", connectionId: "$1::uuid" };

// Role mappings that an admin typed before the group existed find it by its name; for one that is being typed at this moment, all begins anew. A connection that is being deleted is waited for.
const statement = `
  with ${roleGraph("$2::uuid")}, live as materialized (
    select id from role_graph, connection where same and id = $1 and status <> 'deleted' for key share of connection
  ), created as (
    insert into idp_group (id, connection_id, organization_id, display_name, display_name_key, external_id, attributes)
    select $3::uuid, live.id, $2::uuid, $4, $5, $6::text, $7::jsonb from live
    returning *
  ), claimed as (
    update role_mapping set group_id = $3, group_name = $4 from created where role_mapping.connection_id = $1 and group_name_key = $5 and group_id is null
  ), told as (
    insert into event (id, organization_id, connection_id, type, object_id, payload, request_id)
    select $8, $2, $1, 'scim.idp_group.create', created.id, ${groupPayload(head, "created")}, $9::uuid from created
  )
  select created.id, version, created_at, updated_at, not same as stale from role_graph left join created on true`;

type Row = { stale: boolean; id: string | null; version: number; created_at: Date; updated_at: Date };

/** A new group without members and its event, in one statement. */
export async function insertGroup(scope: ConnectionScope, id: string, profile: GroupProfile, on: Pick<pg.Pool, "query"> = pool()): Promise<InsertedGroup> {
  const values = [
    scope.connectionId,
    scope.organizationId,
    id,
    profile.displayName,
    profile.displayName.toLowerCase(),
    profile.externalId,
    JSON.stringify(profile.attributes),
    uuidv7(),
    scope.requestId,
  ];
  try {
    const row = await runUntilSteady<Row>(() => on.query<Row>({ name: "insert-group", text: statement, values }));
    if (!row?.id) return { outcome: "closed" };
    return { outcome: "created", id: row.id, version: row.version, createdAt: row.created_at, updatedAt: row.updated_at };
  } catch (error) {
    if (isUniqueViolation(error, "idp_group_connection_id_display_name_key_key")) return { outcome: "taken" };
    throw error;
  }
}
