import { z } from "zod";
import { cursorPart } from "../envelope";
import { defineOperation } from "../operation";
import { CreateSetupLinkBody, SetupLinkWire } from "../setup-link";

const path = "/v1/b2b/organizations/{organization}/setup_links";
const managing = { access: "organization", permission: "connection.create", errors: ["setup_link_not_found"] } as const;

export const setupLinkOperations = {
  list: defineOperation({ ...managing, id: "organizations.setupLinks.list", method: "GET", path, summary: "List set-up links", description: "Newest first. `next_cursor` is null on the last page.", scope: "read", query: z.object(cursorPart), answer: z.object({ setup_links: z.array(SetupLinkWire), next_cursor: z.string().nullable() }), errors: ["invalid_cursor"] }),
  create: defineOperation({
    ...managing,
    id: "organizations.setupLinks.create",
    method: "POST",
    path,
    summary: "Make a link with which someone without an account sets up one connection",
    description: "`setup_link_url` is in this answer and never again.",
    scope: "write",
    body: CreateSetupLinkBody,
    example: { identity_provider: "okta", expires_in_hours: 72, note: "For the IT team" },
    answer: z.object({ setup_link: SetupLinkWire, setup_link_url: z.string() }),
    errors: ["scim_connection_not_found"],
  }),
  get: defineOperation({ ...managing, id: "organizations.setupLinks.get", method: "GET", path: `${path}/{setup_link}`, summary: "Read a set-up link and who used it", scope: "read", answer: z.object({ setup_link: SetupLinkWire }) }),
  revoke: defineOperation({ ...managing, id: "organizations.setupLinks.revoke", method: "DELETE", path: `${path}/{setup_link}`, summary: "Revoke a set-up link", scope: "write", answer: z.object({ setup_link_id: z.string() }) }),
};
