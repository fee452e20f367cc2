import { withOrganization } from "@/lib/http/with-organization";
import { listScimRequests } from "@/lib/http/list-scim-requests";
import { ScimRequestsQuery } from "@/lib/contracts/activity";

/** Ours: what the organization's IdPs called, newest first. */
export const GET = withOrganization<object, undefined, ScimRequestsQuery>({ permission: "activity.get", setupLink: true, query: ScimRequestsQuery }, listScimRequests);
