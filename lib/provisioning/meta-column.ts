import type { SqlColumn } from "./filter-sql";

/** A sub-attribute of `meta` as a column of the row `alias`; `location` gives the place of the address before the id. */
export function metaColumn(alias: string, sub: string, resourceType: "User" | "Group", location: () => string): SqlColumn | null {
  switch (sub) {
    case "created":
      return { text: `${alias}.created_at`, type: "instant" };
    case "lastModified":
      return { text: `${alias}.updated_at`, type: "instant" };
    case "resourceType":
      return { text: `'${resourceType}'::text`, type: "text" };
    case "version":
      return { text: `('W/"' || ${alias}.version || '"')`, type: "text" };
    case "location":
      return { text: `(${location()}::text || ${alias}.id)`, type: "text" };
    case "":
      // `meta pr`: every resource has one.
      return { text: `${alias}.created_at`, type: "instant" };
    default:
      return null;
  }
}
