import { answerTokenRequest } from "@/lib/auth/oauth/answer-token-request";
import { readForm } from "@/lib/http/read-form";

/** RFC 6749 section 3.2: the token endpoint of one connection. */
export async function POST(request: Request, context: { params: Promise<{ connection: string }> }): Promise<Response> {
  const { connection } = await context.params;
  const form = await readForm(request);
  const answer = await answerTokenRequest({
    connectionId: connection,
    method: "POST",
    headers: Object.fromEntries(request.headers),
    form,
  });
  return Response.json(answer.body, { status: answer.status, headers: answer.headers });
}
