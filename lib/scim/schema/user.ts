import { attribute, type AttributeDefinition, type SchemaDefinition } from "@/lib/scim/schema/definition";

const userSchemaId = "urn:ietf:params:scim:schemas:core:2.0:User";

/** The core User of RFC 7643 section 4.1, with the characteristics of section 8.7.1. */
export const userSchema: SchemaDefinition = {
  id: userSchemaId,
  name: "User",
  description: "A person's account",
  attributes: [
    attribute("userName", "string", "Unique name with which the person signs in, often an e-mail address", {
      required: true,
      uniqueness: "server",
    }),
    attribute("name", "complex", "The components of the person's name", {
      subAttributes: [
        attribute("formatted", "string", "The full name, formatted for display"),
        attribute("familyName", "string", "Family name, or last name"),
        attribute("givenName", "string", "Given name, or first name"),
        attribute("middleName", "string", "Middle names"),
        attribute("honorificPrefix", "string", "Title before the name, such as Dr."),
        attribute("honorificSuffix", "string", "Suffix after the name, such as III"),
      ],
    }),
    attribute("displayName", "string", "The name as shown to other people"),
    attribute("nickName", "string", "A casual way to address the person"),
    attribute("profileUrl", "reference", "A page about the person", { referenceTypes: ["external"], caseExact: true }),
    attribute("title", "string", "Job title"),
    attribute("userType", "string", "Relation to the organization, such as Employee or Contractor"),
    attribute("preferredLanguage", "string", "Preferred languages, as in the Accept-Language header"),
    attribute("locale", "string", "Locale for numbers, dates and currency, such as en-US"),
    attribute("timezone", "string", "Time zone in IANA form, such as Europe/Berlin"),
    attribute("active", "boolean", "Whether the account may be used"),
    attribute("password", "string", "Accepted and discarded: this service stores no passwords", {
      mutability: "writeOnly",
      returned: "never",
    }),
    valued("emails", "E-mail addresses", ["work", "home", "other"]),
    valued("phoneNumbers", "Telephone numbers, stored as sent", ["work", "home", "mobile", "fax", "pager", "other"]),
    valued("ims", "Instant messaging addresses", ["aim", "gtalk", "icq", "xmpp", "msn", "skype", "qq", "yahoo"]),
    valued("photos", "Addresses of pictures of the person", ["photo", "thumbnail"], {
      type: "reference",
      caseExact: true,
      referenceTypes: ["external"],
    }),
    attribute("addresses", "complex", "Postal addresses", {
      multiValued: true,
      subAttributes: [
        attribute("formatted", "string", "The full address, formatted for display or a label"),
        attribute("streetAddress", "string", "Street, house number and so on, possibly in several lines"),
        attribute("locality", "string", "City"),
        attribute("region", "string", "State or region"),
        attribute("postalCode", "string", "Postal code"),
        attribute("country", "string", "Country, as an ISO 3166-1 alpha-2 code"),
        attribute("type", "string", "What the address is for", { canonicalValues: ["work", "home", "other"] }),
        attribute("primary", "boolean", "Whether this is the preferred address"),
      ],
    }),
    attribute("groups", "complex", "Groups the person belongs to, directly or through another group", {
      multiValued: true,
      mutability: "readOnly",
      subAttributes: [
        attribute("value", "string", "Id of the group", { mutability: "readOnly", caseExact: true }),
        attribute("$ref", "reference", "Address of the group", {
          mutability: "readOnly",
          caseExact: true,
          referenceTypes: ["User", "Group"],
        }),
        attribute("display", "string", "Name of the group", { mutability: "readOnly" }),
        attribute("type", "string", "direct, or indirect through a nested group", {
          mutability: "readOnly",
          canonicalValues: ["direct", "indirect"],
        }),
      ],
    }),
    valued("entitlements", "Things the person is entitled to"),
    valued("roles", "Roles the identity provider gives the person"),
    valued("x509Certificates", "Certificates of the person", undefined, { type: "binary", caseExact: true }),
  ],
};

/** A multi-valued attribute with the default sub-attributes of RFC 7643 section 2.4. */
function valued(
  name: string,
  description: string,
  canonicalValues?: readonly string[],
  value: Partial<Pick<AttributeDefinition, "type" | "caseExact" | "referenceTypes">> = {},
): AttributeDefinition {
  const { type = "string", ...characteristics } = value;
  return attribute(name, "complex", description, {
    multiValued: true,
    subAttributes: [
      attribute("value", type, "The value itself", characteristics),
      attribute("display", "string", "A name for people to read"),
      attribute("type", "string", "What the value is for", canonicalValues === undefined ? {} : { canonicalValues }),
      attribute("primary", "boolean", "Whether this is the preferred value; true at most once"),
    ],
  });
}
