/**
 * The frozen payload of an event, built inside the statement that makes the change, so that it carries what the change
 * left behind and costs no further round trip. Each function returns an SQL expression; arguments are SQL expressions,
 * never values.
 *
 * Shape: management API section "Webhooks" with wire ids. `project_id` is filled at delivery.
 */

type Head = { eventId: string; action: string; objectType: "member" | "idp_group"; objectId: string; organizationId: string; connectionId?: string; source?: string };

type GroupHead = Omit<Head, "objectType" | "objectId"> & { connectionId: string };

/** Payload of a `member` event. `member` is a jsonb expression of what the caller knows, `person` the alias of the member row. */
export function memberPayload(head: Omit<Head, "objectType" | "objectId">, person: string, member: string): string {
  const object = `${member} || jsonb_build_object('organization_id', 'organization-' || ${person}.organization_id, 'member_id', 'member-' || ${person}.id,
    'email_address', ${person}.email, 'name', ${person}.name, 'status', ${person}.status, 'external_id', ${person}.external_id,
    'created_at', ${iso(`${person}.created_at`)}, 'updated_at', ${iso(`${person}.updated_at`)})`;
  return payload({ ...head, objectType: "member", objectId: `${person}.id` }, `'member', ${object}`);
}

/** Payload of an `idp_group` event about the group itself. `group` is the alias of the group row. */
export function groupPayload(head: GroupHead, group: string): string {
  return payload({ ...head, objectType: "idp_group", objectId: `${group}.id` }, `'idp_group', ${groupObject(head, group)}`);
}

/** Payload of a membership change: the group and the person, who is an alias with id, email and name of the member. */
export function membershipPayload(head: GroupHead, group: string, person: string): string {
  const member = `jsonb_build_object('member_id', 'member-' || ${person}.member_id, 'email_address', ${person}.email, 'name', ${person}.name, 'status', ${person}.status)`;
  return payload({ ...head, objectType: "idp_group", objectId: `${group}.id` }, `'idp_group', ${groupObject(head, group)}, 'member', ${member}`);
}

function groupObject(head: Pick<GroupHead, "organizationId" | "connectionId">, group: string): string {
  return `jsonb_build_object('group_id', ${group}.id, 'group_name', ${group}.display_name, 'external_id', ${group}.external_id,
    'organization_id', 'organization-' || ${head.organizationId}, 'connection_id', 'scim-connection-' || ${head.connectionId})`;
}

function payload(head: Head, object: string): string {
  const prefix = head.objectType === "member" ? "'member-' || " : "";
  const connection = head.connectionId === undefined ? "" : `'connection_id', 'scim-connection-' || ${head.connectionId}, `;
  return `jsonb_build_object('event_id', 'event-' || ${head.eventId}, 'action', ${head.action}, 'object_type', '${head.objectType}', 'source', ${head.source ?? "'SCIM'"},
    'id', ${prefix}${head.objectId}, 'timestamp', ${iso("now()")}, 'vertical', 'B2B', 'organization_id', 'organization-' || ${head.organizationId},
    ${connection}${object})`;
}

function iso(expression: string): string {
  return `to_char(${expression} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
