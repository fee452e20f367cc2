import { runBulk } from "@/lib/provisioning/bulk/run-bulk";
import { getResourceType } from "@/lib/provisioning/discovery/get-resource-type";
import { getSchema } from "@/lib/provisioning/discovery/get-schema";
import { getServiceProviderConfig } from "@/lib/provisioning/discovery/get-service-provider-config";
import { listResourceTypes } from "@/lib/provisioning/discovery/list-resource-types";
import { listSchemas } from "@/lib/provisioning/discovery/list-schemas";
import { createGroup } from "@/lib/provisioning/groups/create-group";
import { deleteGroup } from "@/lib/provisioning/groups/delete-group";
import { getGroup, readGroupAhead } from "@/lib/provisioning/groups/get-group";
import { listGroups, readGroupsAhead, searchGroups } from "@/lib/provisioning/groups/list-groups";
import { patchGroup } from "@/lib/provisioning/groups/patch-group";
import { replaceGroup } from "@/lib/provisioning/groups/replace-group";
import type { ReadsAhead, ScimAnswer, ScimCall } from "@/lib/provisioning/scim-call";
import { bodyLimit, bulkLimits } from "@/lib/provisioning/limits";
import { listRootResources, searchRootResources } from "@/lib/provisioning/root/search-root";
import { createUser } from "@/lib/provisioning/users/create-user";
import { deleteUser } from "@/lib/provisioning/users/delete-user";
import { getUser, readUserAhead } from "@/lib/provisioning/users/get-user";
import { listUsers, readUsersAhead, searchUsers } from "@/lib/provisioning/users/list-users";
import { patchUser } from "@/lib/provisioning/users/patch-user";
import { replaceUser } from "@/lib/provisioning/users/replace-user";
import { methodNotAllowed, notFound, notImplemented } from "@/lib/scim/errors";

/** What a call means: its name in the log, who answers it, the largest body where that is not the usual, and what can be read together with the credential. */
export type ScimOperation = { name: string; handle: (call: ScimCall) => ScimAnswer | Promise<ScimAnswer>; bodyLimit?: number; ahead?: ReadsAhead };

type Methods = Partial<Record<string, ScimOperation>>;

const refuseMe = (): never => {
  throw notImplemented("/Me is not supported: the token belongs to an identity provider, not to a person. Use /Users/{id}.");
};
const me: ScimOperation = { name: "me", handle: refuseMe };

/** RFC 7644 section 3.2, table 2: first path segment; without a second one, with one, and with `.search`. */
const endpoints: Record<string, { all?: Methods; one?: Methods; search?: Methods }> = {
  "": { all: { GET: { name: "list_root", handle: listRootResources } } },
  ".search": { all: { POST: { name: "search_root", handle: searchRootResources } } },
  Bulk: { all: { POST: { name: "bulk", handle: runBulk, bodyLimit: bulkLimits.maxPayloadSize } } },
  Users: {
    all: { GET: { name: "list_users", handle: listUsers, ahead: readUsersAhead }, POST: { name: "create_user", handle: createUser } },
    one: {
      GET: { name: "get_user", handle: getUser, ahead: readUserAhead },
      PUT: { name: "replace_user", handle: replaceUser, ahead: readUserAhead },
      PATCH: { name: "patch_user", handle: patchUser, ahead: readUserAhead },
      DELETE: { name: "delete_user", handle: deleteUser },
    },
    search: { POST: { name: "search_users", handle: searchUsers } },
  },
  Groups: {
    all: { GET: { name: "list_groups", handle: listGroups, ahead: readGroupsAhead }, POST: { name: "create_group", handle: createGroup } },
    one: {
      GET: { name: "get_group", handle: getGroup, ahead: readGroupAhead },
      PUT: { name: "replace_group", handle: replaceGroup },
      PATCH: { name: "patch_group", handle: patchGroup },
      DELETE: { name: "delete_group", handle: deleteGroup },
    },
    search: { POST: { name: "search_groups", handle: searchGroups } },
  },
  ServiceProviderConfig: { all: { GET: { name: "get_service_provider_config", handle: getServiceProviderConfig } } },
  ResourceTypes: {
    all: { GET: { name: "list_resource_types", handle: listResourceTypes } },
    one: { GET: { name: "get_resource_type", handle: getResourceType } },
  },
  Schemas: {
    all: { GET: { name: "list_schemas", handle: listSchemas } },
    one: { GET: { name: "get_schema", handle: getSchema } },
  },
  Me: { all: { GET: me, POST: me, PUT: me, PATCH: me, DELETE: me } },
};

/** The operation that a path below the base URL and a method mean; throws 404 or 405 with the methods that do work. */
export function findScimOperation(method: string, path: string, query: string): { operation: ScimOperation; id: string; bodyLimit: number } {
  if (isPastedFlag(query)) throw notFound('The address ends in "?aadOptscim062020", a flag for Microsoft Entra ID only. Enter the base URL without it.');
  const { methods, id } = findMethods(path);
  if (!methods) throw notFound(`There is no SCIM endpoint "${path.slice(0, 100)}". The base URL is the address up to and including the connection's id.`);
  const allowed = allowedMethods(methods);
  if (method === "OPTIONS") return { operation: { name: "options", handle: () => ({ status: 204, body: null, headers: { Allow: allowed.join(", ") } }) }, id, bodyLimit };
  const asked = method === "HEAD" ? "GET" : method;
  const operation = Object.hasOwn(methods, asked) ? methods[asked] : undefined;
  if (!operation) throw methodNotAllowed(`${method.slice(0, 20)} is not possible here.`, allowed);
  return { operation, id, bodyLimit: operation.bodyLimit ?? bodyLimit };
}

/** The same where there is one: before it is known who asks, nothing is refused. */
export function matchScimRoute(method: string, path: string): { operation: ScimOperation; id: string } | null {
  const { methods, id } = findMethods(path);
  const operation = methods && Object.hasOwn(methods, method) ? methods[method] : undefined;
  return operation ? { operation, id } : null;
}

function findMethods(path: string): { methods: Methods | undefined; id: string } {
  const [first = "", second, ...more] = readSegments(path);
  const endpoint = Object.hasOwn(endpoints, first) ? endpoints[first] : undefined;
  const methods = more.length > 0 ? undefined : second === undefined ? endpoint?.all : second === ".search" && endpoint?.search ? endpoint.search : endpoint?.one;
  return { methods, id: second ?? "" };
}

/** An IdP that joins base URL and path without looking makes `?aadOptscim062020/Users`. */
function isPastedFlag(query: string): boolean {
  return /^aadOptscim062020[^&]*\//i.test(query);
}

/** What HTTP itself adds: HEAD wherever there is GET, and OPTIONS. */
function allowedMethods(methods: Methods): string[] {
  return [...Object.keys(methods).flatMap((method) => (method === "GET" ? ["GET", "HEAD"] : [method])), "OPTIONS"];
}

/** The version may stand before the endpoint (RFC 7644 section 3.13), the suffix `.scim` behind a resource (section 3.8). */
function readSegments(path: string): string[] {
  const segments = path.split("/").filter((segment) => segment !== "").map(decodeSegment);
  if (segments[0] === "v2") segments.shift();
  return segments.map((segment, at) => (at > 0 && at === segments.length - 1 && segment.endsWith(".scim") ? segment.slice(0, -".scim".length) : segment));
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
