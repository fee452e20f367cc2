import type { Resource } from "@/lib/scim/resource/resource";

const serviceProviderConfigSchema = "urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig";

/** One way to authenticate (RFC 7643 section 5). */
export type AuthenticationScheme = {
  type: "oauth" | "oauth2" | "oauthbearertoken" | "httpbasic" | "httpdigest";
  name: string;
  description: string;
  specUri?: string;
  documentationUri?: string;
  primary?: boolean;
};

/** What the running service can do; it must be the truth. */
export type ServiceProviderFeatures = {
  baseUrl: string;
  documentationUri?: string;
  authenticationSchemes: readonly AuthenticationScheme[];
  /** null: not supported. */
  bulk: { maxOperations: number; maxPayloadSize: number } | null;
  filterMaxResults: number;
  sort: boolean;
  etag: boolean;
  /** RFC 9865 section 4. */
  pagination: { cursor: boolean; defaultPageSize: number; maxPageSize: number; cursorTimeout?: number };
};

/** The ServiceProviderConfig resource (RFC 7643 section 5, RFC 9865 section 4). */
export function serviceProviderConfig(features: ServiceProviderFeatures): Resource {
  const { baseUrl, bulk, pagination } = features;
  return {
    schemas: [serviceProviderConfigSchema],
    ...(features.documentationUri === undefined ? {} : { documentationUri: features.documentationUri }),
    patch: { supported: true },
    bulk: bulk === null ? { supported: false, maxOperations: 0, maxPayloadSize: 0 } : { supported: true, ...bulk },
    filter: { supported: true, maxResults: features.filterMaxResults },
    changePassword: { supported: false },
    sort: { supported: features.sort },
    etag: { supported: features.etag },
    pagination: {
      cursor: pagination.cursor,
      index: true,
      defaultPaginationMethod: "index",
      defaultPageSize: pagination.defaultPageSize,
      maxPageSize: pagination.maxPageSize,
      ...(pagination.cursorTimeout === undefined ? {} : { cursorTimeout: pagination.cursorTimeout }),
    },
    authenticationSchemes: features.authenticationSchemes.map((scheme) => ({ ...scheme })),
    meta: { resourceType: "ServiceProviderConfig", location: `${baseUrl}/ServiceProviderConfig` },
  };
}
