import { scimRequestOperations } from "@/lib/contracts/operations/connections";
import { listScimRequests } from "@/lib/http/list-scim-requests";
import { withOrganization } from "@/lib/http/with-organization";

/** Ours: what the organization's IdPs called, newest first. */
export const GET = withOrganization(scimRequestOperations.list, listScimRequests);
