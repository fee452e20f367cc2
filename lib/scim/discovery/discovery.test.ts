import { describe, expect, test } from "vitest";
import { resourceType, resourceTypes } from "@/lib/scim/discovery/resource-types";
import { schemaDocument, schemaDocuments } from "@/lib/scim/discovery/schema-documents";
import { serviceProviderConfig } from "@/lib/scim/discovery/service-provider-config";
import { attribute } from "@/lib/scim/schema/definition";
import { buildResourceSchema, groupResource } from "@/lib/scim/schema/resource-schema";

const baseUrl = "https://rollcall.example/api/scim/c";
const enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

function everyValue(value: unknown): unknown[] {
  return typeof value === "object" && value !== null ? [value, ...Object.values(value).flatMap(everyValue)] : [value];
}

describe("RFC 7643 section 5: ServiceProviderConfig", () => {
  test("says what is supported, with the paging of RFC 9865 section 4", () => {
    const config = serviceProviderConfig({
      baseUrl,
      authenticationSchemes: [{ type: "oauthbearertoken", name: "Bearer token", description: "d", primary: true }],
      bulk: { maxOperations: 1_000, maxPayloadSize: 4_194_304 },
      filterMaxResults: 500,
      sort: true,
      etag: true,
      pagination: { cursor: true, defaultPageSize: 100, maxPageSize: 500, cursorTimeout: 3_600 },
    });
    expect(config).toMatchObject({
      schemas: ["urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig"],
      patch: { supported: true },
      bulk: { supported: true, maxOperations: 1_000, maxPayloadSize: 4_194_304 },
      filter: { supported: true, maxResults: 500 },
      changePassword: { supported: false },
      sort: { supported: true },
      etag: { supported: true },
      pagination: { cursor: true, index: true, defaultPaginationMethod: "index", defaultPageSize: 100, maxPageSize: 500, cursorTimeout: 3_600 },
      meta: { resourceType: "ServiceProviderConfig", location: `${baseUrl}/ServiceProviderConfig` },
    });
  });
});

describe("RFC 7643 section 6: ResourceTypes", () => {
  test("names endpoints, schemas and extensions", () => {
    expect(resourceTypes(baseUrl).map(({ id, endpoint }) => [id, endpoint])).toEqual([["User", "/Users"], ["Group", "/Groups"]]);
    expect(resourceType(baseUrl, "user")).toMatchObject({ schemaExtensions: [{ schema: enterprise, required: false }] });
  });

  test("an unknown one is 404", () => {
    expect(() => resourceType(baseUrl, "Device")).toThrow(expect.objectContaining({ status: 404 }));
  });
});

describe("RFC 7643 section 7: Schemas", () => {
  test("describes every attribute with all its characteristics", () => {
    for (const document of schemaDocuments(baseUrl)) {
      for (const each of (document.attributes as { subAttributes?: object[] }[]).flatMap((one) => [one, ...(one.subAttributes ?? [])])) {
        expect(Object.keys(each)).toEqual(
          expect.arrayContaining(["name", "type", "multiValued", "description", "required", "caseExact", "mutability", "returned", "uniqueness"]),
        );
      }
    }
  });

  test("holds no null: Entra's parser refuses it", () => {
    expect(everyValue(schemaDocuments(baseUrl))).not.toContain(null);
  });

  test("finds one by its URN, in any case, or 404", () => {
    expect(schemaDocument(baseUrl, enterprise.toUpperCase())).toMatchObject({ id: enterprise, name: "EnterpriseUser" });
    expect(() => schemaDocument(baseUrl, "urn:nothing")).toThrow(expect.objectContaining({ status: 404 }));
  });

  test("includes the connection's own extensions", () => {
    const custom = { id: "urn:acme:2.0:User", name: "Acme", description: "", attributes: [attribute("badge", "string", "")] };
    const schemas = [buildResourceSchema("User", [custom]), groupResource];
    expect(schemaDocuments(baseUrl, schemas).map(({ id }) => id)).toEqual([
      "urn:ietf:params:scim:schemas:core:2.0:User",
      enterprise,
      "urn:acme:2.0:User",
      "urn:ietf:params:scim:schemas:core:2.0:Group",
    ]);
    expect(resourceTypes(baseUrl, schemas)[0]).toMatchObject({ schemaExtensions: [{ schema: enterprise }, { schema: custom.id }] });
  });
});
