import { brakeOperations } from "@/lib/contracts/operations/brake";
import { decideByApi } from "@/lib/http/decide-by-api";
import { withOrganization } from "@/lib/http/with-organization";

export const POST = withOrganization(brakeOperations.undo, (call) => decideByApi(call, "undo"));
