import { readFile } from "node:fs/promises";
import path from "node:path";

const TYPES: Readonly<Record<string, string>> = {
  "swagger-ui.css": "text/css; charset=utf-8",
  "swagger-ui-bundle.js": "text/javascript; charset=utf-8",
};

/** The files of the API reference's renderer, from its package: no other server is asked. 404 for any other name. */
export async function serveReferenceAsset(file: string): Promise<Response> {
  const type = Object.hasOwn(TYPES, file) ? TYPES[file] : undefined;
  if (!type) return new Response(null, { status: 404 });
  const content = await readFile(path.join(process.cwd(), "node_modules/swagger-ui-dist", file));
  return new Response(new Uint8Array(content), { headers: { "content-type": type, "cache-control": "public, max-age=86400" } });
}
