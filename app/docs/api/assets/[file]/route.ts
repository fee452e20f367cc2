import { serveReferenceAsset } from "@/lib/http/serve-reference-asset";

export async function GET(_request: Request, context: { params: Promise<{ file: string }> }): Promise<Response> {
  return serveReferenceAsset((await context.params).file);
}
