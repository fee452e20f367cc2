import type { NextRequest } from "next/server";
import { streamLive } from "@/lib/http/stream-live";

export const dynamic = "force-dynamic";

/** Server-sent events: what changed in this organization, so that open pages read it anew. */
export async function GET(request: NextRequest, context: { params: Promise<{ organization: string }> }): Promise<Response> {
  const { organization } = await context.params;
  return streamLive(request, decodeURIComponent(organization));
}
