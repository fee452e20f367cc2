import type { FindGroups } from "@/lib/directory/groups/find-groups";
import { addressedId } from "./addressed-id";

type Query = Pick<FindGroups, "search" | "sort" | "order" | "limit" | "cursor"> & { connection_id?: string | undefined; page: number };

/** The query of a groups list in the directory's words. */
export function toFindGroups({ search, connection_id, sort, order, cursor, page, limit }: Query): FindGroups {
  return { search, connectionId: connection_id ? addressedId("scim-connection", connection_id) : undefined, sort, order, cursor, offset: (page - 1) * limit, limit };
}
