import { getBrakeCase } from "@/lib/connections/brake/get-brake-case";
import { parseBrakeCaseId } from "@/lib/connections/brake/parse-brake-case-id";
import { presentBrakeCase } from "@/lib/connections/brake/present-brake";
import { parseConnectionId } from "@/lib/connections/parse-connection-id";
import { brakeOperations } from "@/lib/contracts/operations/brake";
import { withOrganization } from "@/lib/http/with-organization";

export const GET = withOrganization(brakeOperations.case, async ({ scope, params }) => ({
  brake_case: presentBrakeCase(await getBrakeCase(scope, parseConnectionId(params.connection), parseBrakeCaseId(params.case))),
}));
