import type { NextRequest } from "next/server";
import { streamMembersCsv } from "@/lib/http/stream-members-csv";

/** All members that the filters of the list select, as CSV. */
export async function GET(request: NextRequest, context: { params: Promise<{ organization: string }> }): Promise<Response> {
  return streamMembersCsv(request, decodeURIComponent((await context.params).organization));
}
