import { getBrakeCase } from "@/lib/connections/brake/get-brake-case";
import { parseBrakeCaseId } from "@/lib/connections/brake/parse-brake-case-id";
import { presentBrakeCase } from "@/lib/connections/brake/present-brake";
import { parseConnectionId } from "@/lib/connections/parse-connection-id";
import { withOrganization } from "@/lib/http/with-organization";

type Params = { connection: string; case: string };

export const GET = withOrganization<Params, undefined, undefined>({ permission: "connection.get" }, async ({ scope, params }) => ({
  brake_case: presentBrakeCase(await getBrakeCase(scope, parseConnectionId(params.connection), parseBrakeCaseId(params.case))),
}));
