import { eventOperations } from "@/lib/contracts/operations/webhooks";
import { listEvents } from "@/lib/http/list-events";
import { withInstallation } from "@/lib/http/with-installation";

export const GET = withInstallation(eventOperations.list, ({ scope, query }) => listEvents(scope, query));
