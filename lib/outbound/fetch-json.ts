import { request as requestHttp, type IncomingMessage } from "node:http";
import { request as requestHttps } from "node:https";
import { guardedLookup, refuseLiteral } from "./guarded-lookup";

const TIMEOUT_MS = 5_000;
const MOST_BYTES = 256 * 1024;

/**
 * GETs a small JSON document. Only over https and from a public address, unless `trusted`: then as the URL says. Redirects are
 * not followed. Throws whatever went wrong, a status other than 200 included.
 */
export async function fetchJson(url: URL, { trusted }: { trusted: boolean }): Promise<unknown> {
  if (!trusted) refuseOpenUrl(url);
  const send = url.protocol === "https:" ? requestHttps : requestHttp;
  const options = { signal: AbortSignal.timeout(TIMEOUT_MS), headers: { accept: "application/json", "user-agent": "Rollcall/1" } };
  const text = await new Promise<string>((answer, fail) => {
    const sent = send(url, trusted ? options : { ...options, lookup: guardedLookup }, (response) => {
      readAnswer(response).then(answer, fail);
    });
    sent.once("error", fail).end();
  });
  return JSON.parse(text) as unknown;
}

function refuseOpenUrl(url: URL): void {
  if (url.protocol !== "https:") throw new Error("only https is called");
  refuseLiteral(url);
}

async function readAnswer(response: IncomingMessage): Promise<string> {
  if (response.statusCode !== 200) {
    response.destroy();
    throw new Error(`it answered ${response.statusCode}`);
  }
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MOST_BYTES) throw new Error("its answer is too large");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
