import { invalidValue } from "@/lib/scim/errors";
import { isObject, type JsonObject, type JsonValue, type Resource } from "@/lib/scim/resource/resource";
import type { AttributeDefinition } from "@/lib/scim/schema/definition";
import type { ResourceSchema } from "@/lib/scim/schema/resource-schema";

/**
 * What POST, PUT and PATCH must leave: required attributes and sub-attributes assigned (RFC 7643 section 2.2), `primary`
 * true at most once (section 2.4). Returns the resource or throws invalidValue.
 */
export function validateResource(schema: ResourceSchema, resource: Resource): Resource {
  requireAssigned(schema.core.attributes, resource, "");
  for (const extension of schema.extensions) {
    const values = resource[extension.id];
    if (isObject(values)) requireAssigned(extension.attributes, values, `${extension.id}:`);
  }
  for (const [name, value] of Object.entries(resource)) {
    if (Array.isArray(value)) requireOnePrimary(name, value);
    else if (isObject(value)) for (const each of Object.keys(value)) requireOnePrimary(each, value[each]);
  }
  return resource;
}

function requireAssigned(attributes: readonly AttributeDefinition[], container: JsonObject, prefix: string): void {
  for (const attribute of attributes) {
    const value = container[attribute.name];
    // What the service assigns itself is not the client's to provide.
    if (attribute.required && attribute.mutability !== "readOnly" && isBlank(value)) {
      throw invalidValue(`${prefix}${attribute.name} is required.`);
    }
    if (attribute.subAttributes !== undefined && value !== undefined) {
      requireSubAttributes(attribute, attribute.subAttributes, value, prefix);
    }
  }
}

function requireSubAttributes(
  attribute: AttributeDefinition,
  subAttributes: readonly AttributeDefinition[],
  value: JsonValue,
  prefix: string,
): void {
  if (!subAttributes.some((sub) => sub.required)) return;
  for (const element of Array.isArray(value) ? value : [value]) {
    if (isObject(element)) requireAssigned(subAttributes, element, `${prefix}${attribute.name}.`);
  }
}

const isBlank = (value: JsonValue | undefined): boolean =>
  value === undefined || value === null || (typeof value === "string" && value.trim() === "");

function requireOnePrimary(name: string, value: JsonValue | undefined): void {
  if (!Array.isArray(value)) return;
  const primaries = value.filter((element) => isObject(element) && element.primary === true);
  if (primaries.length > 1) throw invalidValue(`${name} has ${primaries.length} primary values; at most one may be.`);
}
