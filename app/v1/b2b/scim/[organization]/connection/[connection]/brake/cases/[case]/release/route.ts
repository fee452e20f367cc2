import { DecideDeparturesBody } from "@/lib/contracts/brake";
import { decideByApi } from "@/lib/http/decide-by-api";
import { withOrganization } from "@/lib/http/with-organization";

export const POST = withOrganization<{ connection: string; case: string }, DecideDeparturesBody, undefined>(
  { permission: "connection.update", body: DecideDeparturesBody },
  (call) => decideByApi(call, "release"),
);
