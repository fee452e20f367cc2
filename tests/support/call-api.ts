import { NextRequest } from "next/server";
import { createCredential } from "@/lib/auth/create-credential";
import { type CredentialScope, credentialScopes } from "@/lib/contracts/credential-scope";
import type { Operation } from "@/lib/contracts/operation";
import { operations } from "@/lib/contracts/operations/all";
import type { RouteHandler } from "@/lib/http/answer-api-call";
import { checkAnswer } from "./check-answer";
import { installationScope } from "./create-tenant";

export type ApiAnswer = { status: number; body: Record<string, unknown> };

type Given = { params?: Record<string, string>; query?: Record<string, string>; body?: unknown; headers?: Record<string, string> };

/** The operation with this id. */
export function operationOf(id: string): Operation {
  const found = operations.find((operation) => operation.id === id);
  if (!found) throw new Error(`there is no operation ${id}`);
  return found;
}

/** Headers of a fresh credential with these scopes. */
export async function credentialHeaders(scopes: readonly CredentialScope[] = credentialScopes, name = "tests"): Promise<Record<string, string>> {
  const { projectId, secret } = await createCredential(installationScope, name, scopes);
  return { authorization: `Basic ${Buffer.from(`${projectId}:${secret}`).toString("base64")}` };
}

/** Calls an operation's handler as Next would, and holds a JSON answer against the document. A text is sent as the body it is. */
export async function callApi(operation: Operation, { params = {}, query = {}, body = {}, headers = {} }: Given): Promise<ApiAnswer> {
  const file = `app${operation.path.replace(/\{(\w+)\}/g, "[$1]")}/route.ts`;
  const module = (await import(/* @vite-ignore */ `@/${file}`)) as Partial<Record<string, RouteHandler>>;
  const handler = module[operation.method];
  if (!handler) throw new Error(`there is no ${operation.method} ${file}`);
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(wellFormed(params[name] ?? "x")));
  const search = new URLSearchParams(query).toString();
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const init = { method: operation.method, headers: { "content-type": "application/json", ...headers }, ...(operation.method === "GET" ? {} : { body: text }) };
  const response = await handler(new NextRequest(`http://localhost:3000${path}${search && `?${search}`}`, init), { params: Promise.resolve(params) });
  if (!response.headers.get("content-type")?.includes("json")) {
    await response.body?.cancel();
    return { status: response.status, body: {} };
  }
  const answer = { status: response.status, body: (await response.json()) as Record<string, unknown> };
  checkAnswer(operation.method, path, answer);
  return answer;
}

/** The address only: the parameters themselves are handed over as they are. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\uFFFD");
}
