import { notFound } from "next/navigation";
import { cache } from "react";
import type { Connection } from "@/lib/connections/connection";
import { findConnection } from "@/lib/connections/find-connection";
import { parseConnectionId } from "@/lib/connections/parse-connection-id";
import { DomainError } from "@/lib/errors";
import type { Permission } from "./permissions";
import { requireOrganization, type PortalAccess } from "./require-organization";

/** Opens one connection for a page; a page of one that is deleted or another organization's does not exist. Read once a request. */
export const requireConnection = cache(
  async (slug: string, connectionId: string, permission: Permission = "connection.get"): Promise<PortalAccess & { connection: Connection }> => {
    const access = await requireOrganization(slug, permission);
    const connection = await findConnection(access.scope, readId(connectionId));
    if (!connection) notFound();
    return { ...access, connection };
  },
);

function readId(text: string): string {
  try {
    return parseConnectionId(decodeURIComponent(text));
  } catch (error) {
    if (error instanceof DomainError) notFound();
    throw error;
  }
}
