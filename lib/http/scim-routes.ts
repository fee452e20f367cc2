import { getResourceType } from "@/lib/provisioning/discovery/get-resource-type";
import { getSchema } from "@/lib/provisioning/discovery/get-schema";
import { getServiceProviderConfig } from "@/lib/provisioning/discovery/get-service-provider-config";
import { listResourceTypes } from "@/lib/provisioning/discovery/list-resource-types";
import { listSchemas } from "@/lib/provisioning/discovery/list-schemas";
import { createGroup } from "@/lib/provisioning/groups/create-group";
import { deleteGroup } from "@/lib/provisioning/groups/delete-group";
import { getGroup } from "@/lib/provisioning/groups/get-group";
import { listGroups } from "@/lib/provisioning/groups/list-groups";
import { patchGroup } from "@/lib/provisioning/groups/patch-group";
import { replaceGroup } from "@/lib/provisioning/groups/replace-group";
import type { ScimAnswer, ScimCall } from "@/lib/provisioning/scim-call";
import { createUser } from "@/lib/provisioning/users/create-user";
import { deleteUser } from "@/lib/provisioning/users/delete-user";
import { getUser } from "@/lib/provisioning/users/get-user";
import { listUsers } from "@/lib/provisioning/users/list-users";
import { patchUser } from "@/lib/provisioning/users/patch-user";
import { replaceUser } from "@/lib/provisioning/users/replace-user";
import { methodNotAllowed, notFound, notImplemented } from "@/lib/scim/errors";

/** What the log calls a call. */
export type ScimOperation = { name: string; handle: (call: ScimCall) => ScimAnswer | Promise<ScimAnswer> };

type Methods = Partial<Record<string, ScimOperation>>;

const refuseMe = (): never => {
  throw notImplemented("/Me is not supported: the token belongs to an identity provider, not to a person. Use /Users/{id}.");
};
const me: ScimOperation = { name: "me", handle: refuseMe };

/** RFC 7644 section 3.2, table 2: first path segment, without and with a second one. */
const endpoints: Record<string, { all?: Methods; one?: Methods }> = {
  Users: {
    all: { GET: { name: "list_users", handle: listUsers }, POST: { name: "create_user", handle: createUser } },
    one: {
      GET: { name: "get_user", handle: getUser },
      PUT: { name: "replace_user", handle: replaceUser },
      PATCH: { name: "patch_user", handle: patchUser },
      DELETE: { name: "delete_user", handle: deleteUser },
    },
  },
  Groups: {
    all: { GET: { name: "list_groups", handle: listGroups }, POST: { name: "create_group", handle: createGroup } },
    one: {
      GET: { name: "get_group", handle: getGroup },
      PUT: { name: "replace_group", handle: replaceGroup },
      PATCH: { name: "patch_group", handle: patchGroup },
      DELETE: { name: "delete_group", handle: deleteGroup },
    },
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
export function findScimOperation(method: string, path: string, query: string): { operation: ScimOperation; id: string } {
  const [first = "", second, ...more] = path.split("/").filter((segment) => segment !== "").map(decodeSegment);
  const endpoint = Object.hasOwn(endpoints, first) ? endpoints[first] : undefined;
  const methods = second === undefined ? endpoint?.all : more.length === 0 ? endpoint?.one : undefined;
  if (!methods) throw noSuchEndpoint(path, query);
  const operation = Object.hasOwn(methods, method) ? methods[method] : undefined;
  if (!operation) throw methodNotAllowed(`${method.slice(0, 20)} is not possible here.`, Object.keys(methods));
  return { operation, id: second ?? "" };
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function noSuchEndpoint(path: string, query: string): Error {
  if (/^aadOptscim062020[^&]*\//i.test(query)) {
    return notFound('The address ends in "?aadOptscim062020", a flag for Microsoft Entra ID only. Enter the base URL without it.');
  }
  return notFound(`There is no SCIM endpoint "${path.slice(0, 100)}". The base URL is the address up to and including the connection's id.`);
}
