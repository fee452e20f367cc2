import { isObject } from "@/lib/scim/resource/resource";

/** `members` of a POST or PUT body, whatever its case; undefined where there is none. */
export function readMembersAttribute(body: unknown): unknown {
  if (!isObject(body)) return undefined;
  const name = Object.keys(body).find((key) => key.toLowerCase() === "members");
  return name === undefined ? undefined : body[name];
}
