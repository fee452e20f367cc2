// What `npm start` and `npm run dev` run, bundled into dist/server.js: database, migrations, the SCIM door and Next on one port.
import path from "node:path";
import next from "next";
import { flushRequestLog } from "@/lib/activity/record-request";
import { projectId } from "@/lib/auth/project-id";
import { pool } from "@/lib/db/client";
import { closeLive } from "@/lib/db/notify";
import { env } from "@/lib/env";
import { answerScimAtNode, isScimRequest } from "@/lib/http/answer-scim-at-node";
import { createFrontServer, type FrontServer, type NodeHandler } from "@/lib/http/create-front-server";
import { refuseMalformedAddress } from "@/lib/http/refuse-malformed-address";
import { refuseWrongMethod } from "@/lib/http/refuse-wrong-method";
import { serveAssets } from "@/lib/http/serve-assets";
import { findFirstStep } from "@/lib/installation/find-first-step";
import { findHolder } from "@/lib/installation/lock-data-folder";
import { type Heartbeat, startHeartbeat } from "@/lib/installation/start-heartbeat";
import { AlreadyRunning, type Installation, openForCommand, openInstallation } from "@/lib/installation/open-installation";
import { useBuiltConfig } from "@/lib/installation/use-built-config";
import { log } from "@/lib/log";
import { startUpkeep, type Upkeep } from "@/lib/installation/start-upkeep";
import { startWebhookWorker, type WebhookWorker } from "@/lib/webhooks/worker";

const GRACE_MS = 10_000;

// A terminal that went away must not take the server down half-way through its stop.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);

await (env().role === "worker" ? startWorkerAlone() : start()).catch((error: unknown) => {
  console.error(`\n${(error as Error).message}\n`);
  process.exit(1);
});

async function start(): Promise<void> {
  const { dataDir, production, port, host } = env();
  const holder = findHolder(path.resolve(dataDir));
  if (holder?.kind === "server") throw new AlreadyRunning(holder);
  const front = createFrontServer();
  const stopping = onStop(front);
  await listen(front);
  stopping.installation = openInstallation();
  const installation = await stopping.installation;
  for (const name of installation.migrations.unknown) log().warn({ migration: name }, "the database was migrated by a newer Rollcall");
  if (production) useBuiltConfig();
  const app = next({ dev: !production, dir: process.cwd(), hostname: host ?? "localhost", port, httpServer: front.server });
  await app.prepare();
  const handle = app.getRequestHandler();
  const { scimDoor, role } = env();
  if (role === "all") {
    stopping.worker = startWebhookWorker(await projectId(pool()));
    stopping.upkeep = startUpkeep();
  }
  stopping.heartbeat = startHeartbeat();
  const pages: NodeHandler = production ? serveAssets(".next/static", handle) : handle;
  front.serveWith(async (request, response) => {
    if (scimDoor === "fast" && isScimRequest(request)) return answerScimAtNode(request, response);
    if ((await refuseMalformedAddress(request, response)) || (await refuseWrongMethod(request, response))) return;
    await pages(request, response);
  });
  await printWelcome(installation);
}

/** ROLE=worker: delivers webhooks beside servers with ROLE=web, on their database. Any number of them may run. */
async function startWorkerAlone(): Promise<void> {
  const stopping = onStop(null);
  stopping.installation = openForCommand();
  const { place } = await stopping.installation;
  stopping.worker = startWebhookWorker(await projectId(pool()));
  stopping.upkeep = startUpkeep();
  stopping.heartbeat = startHeartbeat();
  console.log(`\nRollcall's webhook worker is running.\n\n  Data   ${place}\n  Stop   Ctrl-C\n`);
}

async function listen(front: FrontServer): Promise<void> {
  const { port, host } = env();
  try {
    await front.listen();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "EADDRINUSE") throw new Error(`Port ${port} is taken by another program. Choose another one: PORT=${port + 1} npm start`);
    if (code === "EACCES") throw new Error(`This account may not listen on port ${port}. Choose one above 1023: PORT=3000 npm start`);
    throw new Error(`Rollcall cannot listen on ${host ?? "port"} ${port}: ${message}`);
  }
}

/** Ctrl-C reaches the whole process group and npm passes it on again: the first one counts, the others change nothing. */
function onStop(front: FrontServer | null): { installation?: Promise<Installation>; worker?: WebhookWorker; upkeep?: Upkeep; heartbeat?: Heartbeat } {
  const state: { installation?: Promise<Installation>; worker?: WebhookWorker; upkeep?: Upkeep; heartbeat?: Heartbeat; stopping?: boolean } = {};
  const stop = async (): Promise<void> => {
    if (state.stopping) return;
    state.stopping = true;
    console.log("\nStopping: requests in flight are finished first.");
    await front?.close(env().production ? GRACE_MS : 500);
    await state.worker?.stop();
    await state.upkeep?.stop();
    await state.heartbeat?.stop();
    await flushRequestLog();
    await closeLive();
    await (await state.installation)?.close();
    process.exit(0);
  };
  const onSignal = (): void => {
    stop().catch((error: unknown) => {
      console.error((error as Error).message);
      process.exit(1);
    });
  };
  process.on("SIGINT", onSignal).on("SIGTERM", onSignal).on("SIGHUP", onSignal);
  return state;
}

async function printWelcome({ place }: Installation): Promise<void> {
  const { publicUrl } = env();
  const lines = [`Rollcall is ready at ${publicUrl}`, "", `  First  ${await findFirstStep()}`, `  Data   ${place}`, "  Stop   Ctrl-C"];
  console.log(`\n${lines.join("\n")}\n`);
}
