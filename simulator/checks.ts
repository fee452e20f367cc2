import type { HttpAnswer } from "./send-http.ts";
import type { Complain } from "./session.ts";

export const CORE_USER = "urn:ietf:params:scim:schemas:core:2.0:User";
export const CORE_GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group";
export const ENTERPRISE_USER = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
export const PATCH_OP = "urn:ietf:params:scim:api:messages:2.0:PatchOp";
export const LIST_RESPONSE = "urn:ietf:params:scim:api:messages:2.0:ListResponse";
const ERROR = "urn:ietf:params:scim:api:messages:2.0:Error";

export type Json = Record<string, unknown>;

export const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);
export const objectOf = (value: unknown): Json => (isObject(value) ? value : {});
export const arrayOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** True when the status is as expected; otherwise complains with the server's own words. */
export function checkStatus(answer: HttpAnswer, expected: readonly number[], complain: Complain): boolean {
  if (expected.includes(answer.status)) return true;
  const detail = objectOf(answer.json)["detail"];
  const words = typeof detail === "string" ? `: “${detail}”` : answer.text ? `: ${answer.text.slice(0, 160)}` : "";
  complain(`expected ${expected.join(" or ")}, the server answered ${String(answer.status)}${words}`);
  return false;
}

/** Microsoft and others compare the media type as a string, so parameters are a fault. */
export function checkMediaType(answer: HttpAnswer, complain: Complain): void {
  if (answer.status === 204) {
    if (answer.text !== "") complain("204 came with a body");
    return;
  }
  const type = answer.headers["content-type"];
  if (type !== "application/scim+json") complain(`Content-Type is ${type ? `“${type}”` : "missing"}, not “application/scim+json”`);
}

export function checkError(answer: HttpAnswer, status: number, complain: Complain): void {
  if (!checkStatus(answer, [status], complain)) return;
  checkMediaType(answer, complain);
  const body = objectOf(answer.json);
  if (!arrayOf(body["schemas"]).includes(ERROR)) complain("the error body does not name the SCIM Error schema");
  if (body["status"] !== String(status)) complain(`the error body says status ${JSON.stringify(body["status"])}, not "${String(status)}"`);
  if (typeof body["detail"] !== "string" || body["detail"] === "") complain("the error body has no detail for the admin");
}

/** The resources of a ListResponse; complains about everything that makes an import fail. */
export function checkList(answer: HttpAnswer, complain: Complain): Json[] {
  if (!checkStatus(answer, [200], complain)) return [];
  checkMediaType(answer, complain);
  const body = objectOf(answer.json);
  if (!arrayOf(body["schemas"]).includes(LIST_RESPONSE)) complain("the list does not name the ListResponse schema");
  for (const name of ["totalResults", "startIndex", "itemsPerPage"]) {
    if (typeof body[name] !== "number") complain(`${name} is ${JSON.stringify(body[name])}, not a number`);
  }
  if (!Array.isArray(body["Resources"])) complain("Resources is not an array");
  const resources = arrayOf(body["Resources"]).filter(isObject);
  if (body["itemsPerPage"] !== resources.length) complain(`itemsPerPage is ${String(body["itemsPerPage"])} but ${String(resources.length)} resources came`);
  return resources;
}

export function checkUser(user: Json, complain: Complain): void {
  checkResource(user, CORE_USER, "User", complain);
  if (typeof user["userName"] !== "string" || user["userName"] === "") complain("the user has no userName");
  if (typeof user["active"] !== "boolean") complain(`active is ${JSON.stringify(user["active"])}, not true or false`);
  if ("password" in user) complain("the password came back");
  if (user["emails"] !== undefined && !Array.isArray(user["emails"])) complain("emails is not an array");
  const manager = objectOf(user[ENTERPRISE_USER])["manager"];
  if (manager !== undefined && !isObject(manager)) complain("manager is not an object, Entra refuses the whole user");
  if ("manager" in user) complain("manager stands outside the enterprise extension, Entra would send it again every cycle");
}

export function checkGroup(group: Json, complain: Complain): void {
  checkResource(group, CORE_GROUP, "Group", complain);
  if (typeof group["displayName"] !== "string" || group["displayName"] === "") complain("the group has no displayName");
  const members = group["members"];
  if (members !== undefined && members !== null && !Array.isArray(members)) complain("members is not an array");
}

function checkResource(resource: Json, schema: string, type: string, complain: Complain): void {
  if (typeof resource["id"] !== "string" || resource["id"] === "") complain("the resource has no id");
  if (!arrayOf(resource["schemas"]).includes(schema)) complain(`schemas does not contain ${schema}`);
  const meta = resource["meta"];
  if (!isObject(meta)) {
    complain("meta is missing");
    return;
  }
  if (meta["resourceType"] !== type) complain(`meta.resourceType is ${JSON.stringify(meta["resourceType"])}, not "${type}"`);
  for (const [name, value] of Object.entries(meta)) {
    if (value === null) complain(`meta.${name} is null`);
    if (!/^[a-z]/.test(name)) complain(`meta.${name} is spelled with a capital`);
  }
}

/** Ids of a group's members as the server shows them. */
export function memberIds(group: Json): string[] {
  return arrayOf(group["members"]).map((member) => String(objectOf(member)["value"]));
}
