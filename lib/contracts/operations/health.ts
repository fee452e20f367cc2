import { z } from "zod";
import { DismissFindingBody, HealthWire } from "../health";
import { defineOperation } from "../operation";

const path = "/v1/b2b/scim/{organization}/connection/{connection}/health";
const changing = { access: "organization", permission: "connection.update", scope: "write" } as const;
const answer = z.object({ health: HealthWire });

export const healthOperations = {
  get: defineOperation({
    id: "scim.connection.health.get",
    method: "GET",
    path,
    summary: "Read what is wrong with a connection",
    description: "Findings with their evidence, when its identity provider was heard of, and what had to be tolerated.",
    access: "organization",
    permission: "connection.get",
    setupLink: true,
    scope: "read",
    answer,
    errors: ["scim_connection_not_found"],
  }),
  dismiss: defineOperation({ ...changing, id: "scim.connection.health.dismiss", method: "POST", path: `${path}/{finding}/dismiss`, summary: "Put a finding aside", description: "With a reason, until it changes or clears.", body: DismissFindingBody, answer, errors: ["scim_connection_not_found", "finding_not_found"] }),
  restore: defineOperation({ ...changing, id: "scim.connection.health.restore", method: "POST", path: `${path}/{finding}/restore`, summary: "Take a dismissal back", answer, errors: ["scim_connection_not_found", "finding_not_found"] }),
};
