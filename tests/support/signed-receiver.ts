import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook as StandardWebhook } from "standardwebhooks";
import { Webhook as SvixWebhook } from "svix";

export type SignedReceiver = {
  url: string;
  /** By webhook id, every body that came under it. */
  received: ReadonlyMap<string, readonly string[]>;
  /** The ids of what two independent libraries did not accept as signed by `trust`'s secret. */
  wrong: readonly string[];
  trust: (secret: string) => void;
  close: () => void;
};

/** A receiver of webhooks on this machine that checks signatures and answers 200, each after `answerAfterMs`: long enough for a worker to be killed with tries in flight. */
export async function openSignedReceiver({ answerAfterMs }: { answerAfterMs: number }): Promise<SignedReceiver> {
  const received = new Map<string, string[]>();
  const wrong: string[] = [];
  let verify: (body: string, headers: Record<string, string>) => void = () => undefined;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const [body, id] = [Buffer.concat(chunks).toString(), String(request.headers["webhook-id"])];
      try {
        verify(body, request.headers as Record<string, string>);
      } catch {
        wrong.push(id);
      }
      received.set(id, [...(received.get(id) ?? []), body]);
      setTimeout(() => response.writeHead(200).end(), answerAfterMs);
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    received,
    wrong,
    trust: (secret) => {
      const libraries = [new StandardWebhook(secret), new SvixWebhook(secret)];
      verify = (body, headers) => libraries.forEach((library) => void library.verify(body, headers));
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
