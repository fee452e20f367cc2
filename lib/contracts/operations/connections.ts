import { z } from "zod";
import { ReplayBody, ReplayWire, ScimRequestDetailsWire, ScimRequestsQuery, ScimRequestWire } from "../activity";
import {
  ConnectionDetailsWire,
  ConnectionGroupsQuery,
  ConnectionWire,
  ConnectionWithNextToken,
  ConnectionWithToken,
  CreateConnectionBody,
  DeleteConnectionBody,
  ScimGroup,
  StartRotationBody,
  UpdateConnectionBody,
} from "../connection";
import { ConnectionSchemaWire, CreateSchemaBody, UpdateSchemaBody } from "../connection-schema";
import { defineOperation } from "../operation";

const collection = "/v1/b2b/scim/{organization}/connection";
const path = `${collection}/{connection}` as const;
const one = z.object({ connection: ConnectionWire });
const unknown = ["scim_connection_not_found"] as const;

/** What is set right on a connection; who is inside its set-up link may do it too. */
const changing = { access: "organization", permission: "connection.update", scope: "write", setupLink: true, answer: one, errors: unknown } as const;

export const connectionOperations = {
  create: defineOperation({
    id: "scim.connection.create",
    method: "POST",
    path: collection,
    summary: "Create a connection",
    description: "The bearer token is in this answer and never again. An organization may have several connections.",
    access: "organization",
    permission: "connection.create",
    setupLink: true,
    scope: "write",
    body: CreateConnectionBody,
    example: { display_name: "Okta", identity_provider: "okta" },
    answer: z.object({ connection: ConnectionWithToken }),
    errors: ["setup_link_used"],
  }),
  get: defineOperation({
    id: "scim.connection.get",
    method: "GET",
    path: collection,
    summary: "Read the organization's connection",
    description: "The oldest active one; without any, the answer has no `connection`.",
    access: "organization",
    permission: "connection.get",
    scope: "read",
    answer: z.object({ connection: ConnectionWire.optional() }),
  }),
  list: defineOperation({
    id: "scim.connections.list",
    method: "GET",
    path: "/v1/b2b/scim/{organization}/connections",
    summary: "List all connections of an organization",
    access: "organization",
    permission: "connection.get",
    scope: "read",
    answer: z.object({ connections: z.array(ConnectionDetailsWire) }),
  }),
  details: defineOperation({
    id: "scim.connection.details",
    method: "GET",
    path: `${path}/details`,
    setupLink: true,
    summary: "Read a connection with tokens, contact and counts",
    access: "organization",
    permission: "connection.get",
    scope: "read",
    answer: z.object({ connection: ConnectionDetailsWire }),
    errors: unknown,
  }),
  getGroups: defineOperation({
    id: "scim.connection.getGroups",
    method: "GET",
    path,
    summary: "List the groups of a connection",
    description: "The address is the connection's, the answer its groups: the wire's own trap. `next_cursor` is null on the last page.",
    access: "organization",
    permission: "connection.get",
    scope: "read",
    query: ConnectionGroupsQuery,
    answer: z.object({ scim_groups: z.array(ScimGroup), next_cursor: z.string().nullable() }),
    errors: [...unknown, "invalid_cursor"],
  }),
  update: defineOperation({
    ...changing,
    id: "scim.connection.update",
    method: "PUT",
    path,
    summary: "Change a connection",
    description: "Partial. `scim_group_implicit_role_assignments` replaces the whole list and needs the permission to map roles.",
    body: UpdateConnectionBody,
    errors: [...unknown, "unknown_role", "unknown_group", "last_org_admin"],
  }),
  delete: defineOperation({
    id: "scim.connection.delete",
    method: "DELETE",
    path,
    summary: "Delete a connection",
    description: "Its tokens, groups and role mappings go at once. `members` says whether its people stay as they are or are deactivated.",
    access: "organization",
    permission: "connection.delete",
    scope: "write",
    body: DeleteConnectionBody,
    answer: z.object({ connection_id: z.string(), people: z.number().int(), groups: z.number().int() }),
    errors: [...unknown, "last_org_admin"],
  }),
  pause: defineOperation({ ...changing, setupLink: false, id: "scim.connection.pause", method: "POST", path: `${path}/pause`, summary: "Pause a connection", description: "Its calls are answered 403 until it is resumed." }),
  resume: defineOperation({ ...changing, setupLink: false, id: "scim.connection.resume", method: "POST", path: `${path}/resume`, summary: "Resume a paused connection" }),
};

export const connectionTokenOperations = {
  rotateStart: defineOperation({
    ...changing,
    id: "scim.connection.rotateStart",
    method: "POST",
    path: `${path}/rotate/start`,
    summary: "Start a token rotation",
    description: "The next token is in this answer and never again; both work until the rotation is completed or cancelled.",
    body: StartRotationBody,
    answer: z.object({ connection: ConnectionWithNextToken }),
    errors: [...unknown, "rotation_already_started"],
  }),
  rotateComplete: defineOperation({
    ...changing,
    id: "scim.connection.rotateComplete",
    method: "POST",
    path: `${path}/rotate/complete`,
    summary: "Complete a token rotation",
    description: "The old token ends at once.",
    errors: [...unknown, "rotation_not_started"],
  }),
  rotateCancel: defineOperation({
    ...changing,
    id: "scim.connection.rotateCancel",
    method: "POST",
    path: `${path}/rotate/cancel`,
    summary: "Cancel a token rotation",
    description: "The next token ends at once.",
    errors: [...unknown, "rotation_not_started"],
  }),
  copied: defineOperation({ ...changing, id: "scim.connection.token.copied", method: "POST", path: `${path}/token/copied`, summary: "Note that the shown token was copied" }),
  replace: defineOperation({
    ...changing,
    id: "scim.connection.token.replace",
    method: "POST",
    path: `${path}/token/replace`,
    summary: "Replace a token that nobody has used yet",
    answer: z.object({ connection: ConnectionWithToken }),
    errors: [...unknown, "token_in_use"],
  }),
};

const schema = z.object({ schema: ConnectionSchemaWire });

export const schemaOperations = {
  list: defineOperation({
    id: "scim.connection.schemas.list",
    method: "GET",
    path: `${path}/schemas`,
    summary: "List a connection's custom schemas",
    access: "organization",
    permission: "connection.get",
    scope: "read",
    answer: z.object({ schemas: z.array(ConnectionSchemaWire) }),
    errors: unknown,
  }),
  create: defineOperation({ ...changing, setupLink: false, id: "scim.connection.schemas.create", method: "POST", path: `${path}/schemas`, summary: "Add a custom schema", body: CreateSchemaBody, answer: schema, errors: [...unknown, "invalid_schema", "scim_schema_exists", "scim_schema_limit_reached"] }),
  update: defineOperation({ ...changing, setupLink: false, id: "scim.connection.schemas.update", method: "PUT", path: `${path}/schemas/{schema}`, summary: "Change a custom schema", body: UpdateSchemaBody, answer: schema, errors: [...unknown, "invalid_schema", "scim_schema_not_found"] }),
  delete: defineOperation({ ...changing, setupLink: false, id: "scim.connection.schemas.delete", method: "DELETE", path: `${path}/schemas/{schema}`, summary: "Delete a custom schema", answer: z.object({ schema_id: z.string() }), errors: [...unknown, "scim_schema_not_found"] }),
};

export const scimRequestOperations = {
  list: defineOperation({
    id: "scim.requests.list",
    method: "GET",
    path: "/v1/b2b/scim/{organization}/requests",
    summary: "List what identity providers called",
    description: "Newest first. `next_cursor` is null on the last page.",
    access: "organization",
    permission: "activity.get",
    setupLink: true,
    scope: "read",
    query: ScimRequestsQuery,
    answer: z.object({ scim_requests: z.array(ScimRequestWire), next_cursor: z.string().nullable(), searched_back_to: z.iso.datetime().nullable() }),
    errors: ["scim_connection_not_found", "invalid_cursor"],
  }),
  get: defineOperation({
    id: "scim.requests.get",
    method: "GET",
    path: "/v1/b2b/scim/{organization}/requests/{request}",
    summary: "Read one call with its redacted exchange",
    access: "organization",
    permission: "activity.get",
    setupLink: true,
    scope: "read",
    answer: z.object({ scim_request: ScimRequestDetailsWire }),
    errors: ["scim_request_not_found"],
  }),
  replay: defineOperation({
    id: "scim.requests.replay",
    method: "POST",
    path: "/v1/b2b/scim/{organization}/requests/{request}/replay",
    summary: "Repeat a failed call",
    description: "Without `apply` it runs as a trial that changes nothing and tells what would change, and a `version`; with both it is done for good.",
    access: "organization",
    permission: "connection.update",
    scope: "write",
    body: ReplayBody,
    answer: z.object({ replay: ReplayWire }),
    errors: ["scim_request_not_found", "replay_refused", "replay_stale"],
  }),
};
