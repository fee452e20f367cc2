import type { RequestAction } from "@/lib/contracts/activity";

type Call = { method: string; path: string; requestBody: string | null };

const guid = /\beq\s+"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}"/i;

/**
 * What an IdP wanted with a call, for the sentence that a person reads. It describes and decides nothing, so a shape that it
 * does not know is told in general words. Pure.
 */
export function findAction({ method, path, requestBody }: Call): RequestAction {
  const [where = "", query = ""] = path.split("?");
  const [resource = "", id] = where.toLowerCase().split("/").filter(Boolean);
  if (["serviceproviderconfig", "schemas", "resourcetypes"].includes(resource)) return "read_capabilities";
  if (resource === "users") return userAction(method, id, query, requestBody ?? "");
  if (resource === "groups") return groupAction(method, id, query, requestBody ?? "");
  return "unknown";
}

function userAction(method: string, id: string | undefined, query: string, body: string): RequestAction {
  if (method === "GET") return id ? "get_user" : usersListed(query);
  if (method === "POST") return "create_user";
  if (method === "DELETE") return "delete_user";
  const active = activeIn(body);
  if (active === false) return "deactivate_user";
  return active && method === "PATCH" ? "activate_user" : "update_user";
}

/** Okta tests with `startIndex=1&count=2`, Entra with the userName of nobody: a random GUID. */
function usersListed(query: string): RequestAction {
  const parameters = new URLSearchParams(query);
  const filter = parameters.get("filter");
  if (filter) return guid.test(filter) && /^userName\b/i.test(filter) ? "test_credentials" : "find_user";
  return parameters.get("startIndex") === "1" && parameters.get("count") === "2" ? "test_credentials" : "list_users";
}

function groupAction(method: string, id: string | undefined, query: string, body: string): RequestAction {
  if (method === "GET") return id ? "get_group" : new URLSearchParams(query).has("filter") ? "find_group" : "list_groups";
  if (method === "POST") return "create_group";
  if (method === "DELETE") return "delete_group";
  return method === "PATCH" && body.includes("members") ? "change_members" : "update_group";
}

function activeIn(body: string): boolean | null {
  const found =
    /"active"\s*:\s*"?(true|false)/i.exec(body) ?? /"path"\s*:\s*"active"\s*,\s*"value"\s*:\s*"?(true|false)/i.exec(body);
  return found?.[1] ? found[1].toLowerCase() === "true" : null;
}
