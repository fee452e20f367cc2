import { describeApi } from "@/lib/http/describe-api";

const document = describeApi();

/** The OpenAPI document, for anyone: it says nothing about this installation. */
export function GET(): Response {
  return Response.json(document, { headers: { "cache-control": "public, max-age=300", "access-control-allow-origin": "*" } });
}
