import { EventsQuery } from "@/lib/contracts/webhook";
import { listEvents } from "@/lib/http/list-events";
import { withInstallation } from "@/lib/http/with-installation";

export const GET = withInstallation<object, undefined, EventsQuery>({ permission: "event.get", query: EventsQuery }, ({ scope, query }) => listEvents(scope, query));
