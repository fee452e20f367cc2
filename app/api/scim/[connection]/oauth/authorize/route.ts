import { env } from "@/lib/env";

/** RFC 6749 section 3.1: the authorization endpoint. The admin decides on a page of the portal. */
export async function GET(request: Request, context: { params: Promise<{ connection: string }> }): Promise<Response> {
  const { connection } = await context.params;
  const { search } = new URL(request.url);
  return Response.redirect(`${env().publicUrl}/connect/${encodeURIComponent(connection)}${search}`, 302);
}
