import { z } from "zod";
import { invalidValue } from "@/lib/scim/errors";
import type { AttributeDefinition, SchemaDefinition } from "@/lib/scim/schema/definition";
import { enterpriseUserSchemaId } from "@/lib/scim/schema/enterprise-user";

/** RFC 7643 section 2.1: a letter, then letters, digits, "$", "-" and "_". */
const attributeName = z
  .string()
  .max(80)
  .regex(/^[A-Za-z][\w$-]*$/, "must start with a letter and consist of letters, digits, $, - and _")
  .refine((name) => !["constructor", "prototype"].includes(name), "is a reserved name");

const characteristics = {
  name: attributeName,
  description: z.string().max(1_000).default(""),
  multiValued: z.boolean().default(false),
  required: z.boolean().default(false),
  canonicalValues: z.array(z.string().min(1).max(200)).max(100).optional(),
  caseExact: z.boolean().default(false),
  // A value that is accepted and thrown away would be a lie, so writeOnly is the password's alone.
  mutability: z.enum(["readOnly", "readWrite", "immutable"]).default("readWrite"),
  returned: z.enum(["always", "never", "default", "request"]).default("default"),
  uniqueness: z.literal("none", "can only be none in a custom schema").default("none"),
  referenceTypes: z.array(z.string().min(1).max(200)).max(20).optional(),
};

const simpleTypes = ["string", "boolean", "decimal", "integer", "dateTime", "reference", "binary"] as const;

const simpleAttribute = z.object({ ...characteristics, type: z.enum(simpleTypes).default("string") });

const attributeSchema = z.object({
  ...characteristics,
  type: z.enum([...simpleTypes, "complex"]).default("string"),
  subAttributes: z.array(simpleAttribute).max(50).optional(),
});

const schemaDefinition = z.object({
  id: z
    .string()
    .max(200)
    .regex(/^urn:[A-Za-z0-9][A-Za-z0-9-]{0,31}:[\w.:-]*\w$/i, "must be a URN such as urn:example:params:scim:schemas:2.0:User")
    .refine((id) => !isReserved(id), "belongs to the SCIM standard"),
  name: z.string().min(1).max(100),
  description: z.string().max(1_000).default(""),
  attributes: z.array(attributeSchema).min(1).max(100),
});

/**
 * Reads the definition of a custom extension schema (RFC 7643 sections 2.1 and 7) and fills in the defaults of section
 * 2.2. Throws invalidValue with the place of the first mistake.
 */
export function parseSchemaDefinition(input: unknown): SchemaDefinition {
  const parsed = schemaDefinition.safeParse(input);
  if (!parsed.success) throw refuse(parsed.error.issues[0]);
  const { attributes } = parsed.data;
  requireDistinctNames(attributes, "attributes");
  for (const [index, attribute] of attributes.entries()) requireConsistent(attribute, `attributes.${index}`);
  return { ...parsed.data, attributes: attributes.map(finish) };
}

function refuse(issue: { path: readonly PropertyKey[]; message: string } | undefined) {
  const place = (issue?.path ?? []).map(String).join(".");
  return invalidValue(`The schema is not valid: ${place === "" ? "" : `${place}: `}${issue?.message ?? "unknown mistake"}`);
}

/** Names are case-insensitive (RFC 7643 section 2.1). */
function requireDistinctNames(attributes: readonly { name: string }[], place: string): void {
  const names = new Set<string>();
  for (const { name } of attributes) {
    if (names.has(name.toLowerCase())) throw refuse({ path: [place], message: `the name "${name}" occurs twice` });
    names.add(name.toLowerCase());
  }
}

type ParsedAttribute = z.infer<typeof attributeSchema>;

function requireConsistent(attribute: ParsedAttribute, place: string): void {
  const { type, subAttributes = [], required, mutability, referenceTypes, canonicalValues } = attribute;
  const complain = (message: string) => refuse({ path: [place], message });
  if (type === "complex" && subAttributes.length === 0) throw complain("a complex attribute needs subAttributes");
  if (type !== "complex" && subAttributes.length > 0) throw complain("only a complex attribute has subAttributes");
  if (required && mutability === "readOnly") throw complain("a read-only attribute cannot be required of clients");
  if (referenceTypes !== undefined && type !== "reference") throw complain("only a reference has referenceTypes");
  if (canonicalValues !== undefined && type !== "string") throw complain("only a string has canonicalValues");
  requireDistinctNames(subAttributes, `${place}.subAttributes`);
  for (const [index, sub] of subAttributes.entries()) requireConsistent(sub, `${place}.subAttributes.${index}`);
}

/** References and binaries are always case-exact (RFC 7643 sections 2.3.6 and 2.3.7). */
function finish(attribute: ParsedAttribute): AttributeDefinition {
  const { subAttributes, ...rest } = attribute;
  const caseExact = rest.caseExact || rest.type === "reference" || rest.type === "binary";
  return { ...rest, caseExact, ...(subAttributes === undefined ? {} : { subAttributes: subAttributes.map(finish) }) };
}

function isReserved(id: string): boolean {
  const lower = id.toLowerCase();
  return (
    lower === enterpriseUserSchemaId.toLowerCase() ||
    lower.startsWith("urn:ietf:params:scim:schemas:core:") ||
    lower.startsWith("urn:ietf:params:scim:api:")
  );
}
