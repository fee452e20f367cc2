import { answerScimRequest } from "@/lib/http/scim-desk";
import type { JsonObject } from "@/lib/scim/resource/resource";
import type { Tenant } from "./create-tenant";

/** An answer of the desk, read. */
export type ScimReply = { status: number; headers: Record<string, string>; body: JsonObject; text: string | null };

/** Calls the SCIM desk as a door would, with a tenant's token; `headers` overrides. */
export async function callScim(
  tenant: Pick<Tenant, "connectionId" | "token">,
  method: string,
  target: string,
  body?: unknown,
  headers: Record<string, string | undefined> = {},
): Promise<ScimReply> {
  const [path = "", ...query] = target.split("?");
  const answer = await answerScimRequest({
    connectionId: tenant.connectionId,
    method,
    path,
    query: query.join("?"),
    headers: { authorization: `Bearer ${tenant.token}`, "content-type": "application/scim+json", ...headers },
    body: () => Promise.resolve(Buffer.from(body === undefined ? "" : typeof body === "string" ? body : JSON.stringify(body))),
    remoteAddress: "192.0.2.1",
  });
  const text = answer.long ? await readAll(answer.long.read()) : answer.body;
  return { status: answer.status, headers: answer.headers, text, body: text === null ? {} : (JSON.parse(text) as JsonObject) };
}

async function readAll(parts: AsyncIterable<Buffer>): Promise<string> {
  const read: Buffer[] = [];
  for await (const part of parts) read.push(part);
  return Buffer.concat(read).toString();
}
