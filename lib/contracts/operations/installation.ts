import { z } from "zod";
import { AuditEntry, AuditQuery } from "../audit";
import { CreateCredentialBody, NewCredential, WireCredential } from "../credential";
import { PageOf } from "../envelope";
import { defineOperation } from "../operation";

const managing = { access: "installation", permission: "credential.manage" } as const;

export const credentialOperations = {
  list: defineOperation({ ...managing, id: "credentials.list", method: "GET", path: "/v1/b2b/credentials", summary: "List live API credentials", scope: "read", answer: z.object({ credentials: z.array(WireCredential) }) }),
  create: defineOperation({
    ...managing,
    id: "credentials.create",
    method: "POST",
    path: "/v1/b2b/credentials",
    summary: "Create an API credential",
    description: "The secret is in this answer and never again. A credential can only give scopes that it has itself.",
    scope: "write",
    body: CreateCredentialBody,
    example: { name: "Reporting", scopes: ["read"] },
    answer: NewCredential,
  }),
  revoke: defineOperation({ ...managing, id: "credentials.revoke", method: "DELETE", path: "/v1/b2b/credentials/{credential}", summary: "Revoke an API credential", scope: "write", answer: z.object({ credential_id: z.string() }), errors: ["credential_not_found"] }),
};

export const auditOperations = {
  list: defineOperation({
    id: "audit.list",
    method: "GET",
    path: "/v1/b2b/audit",
    summary: "List what people and programs did, in all organizations",
    access: "installation",
    permission: "audit.get",
    scope: "read",
    query: AuditQuery,
    answer: z.object({ audit_entries: z.array(AuditEntry), results_metadata: PageOf }),
    errors: ["invalid_cursor"],
  }),
};

export const demoOperations = {
  create: defineOperation({
    id: "demo.create",
    method: "POST",
    path: "/v1/b2b/demo",
    summary: "Add a demo organization",
    description: "People, groups, role mappings and the traffic of two identity providers, with failures. There is one at a time. Takes a few seconds.",
    access: "installation",
    permission: "organization.create",
    scope: "write",
    answer: z.object({ organization_id: z.string(), organization_slug: z.string() }),
    errors: ["organization_external_id_already_used"],
  }),
  remove: defineOperation({
    id: "demo.delete",
    method: "DELETE",
    path: "/v1/b2b/demo",
    summary: "Remove the demo organization",
    description: "Everything in it goes. The roles editor and billing stay in the catalogue.",
    access: "installation",
    permission: "organization.delete",
    scope: "write",
    answer: z.object({ organization_id: z.string() }),
    errors: ["organization_not_found"],
  }),
};
