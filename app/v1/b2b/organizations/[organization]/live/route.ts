import { organizationOperations } from "@/lib/contracts/operations/organizations";
import { streamLive } from "@/lib/http/stream-live";

export const dynamic = "force-dynamic";

/** Server-sent events: what changed in this organization, so that open pages read it anew. */
export const GET = streamLive(organizationOperations.live);
