import { sendHttp, type HttpAnswer } from "../../simulator/send-http.ts";
import type { Conversation, Step } from "./conversation.ts";
import { expandTemplate, type Variables } from "./expand-template.ts";
import { findFaults } from "./find-faults.ts";
import { matchValue } from "./match-value.ts";

/** A connection, and what its sign-in methods gave. */
export type Tenant = { base: string; token: string; basic?: string; clientId?: string; clientSecret?: string; clientBasic?: string; code?: string; redirectUri?: string };

type Headers = Record<string, string | null>;

const CONCURRENT = 20;

/**
 * Plays the steps in order and throws at the first answer that differs, telling the step, the differences and the answer. What
 * every answer has to fulfil is checked on each (`findFaults`).
 */
export async function playConversation(conversation: Conversation, tenants: { a: Tenant; b: Tenant }, variant: Headers = {}): Promise<void> {
  const variables: Variables = { a: tenants.a, b: tenants.b };
  for (const step of conversation.steps) {
    const tenant = tenants[step.tenant ?? "a"];
    const headers: Headers = { Authorization: "Bearer {{token}}", Accept: "application/scim+json", ...conversation.headers, ...variant };
    const turns = turnsOf(step, variables);
    for (let from = 0; from < turns.length; from += CONCURRENT) {
      await Promise.all(turns.slice(from, from + CONCURRENT).map((turn) => playStep(step, tenant, headers, { variables, turn })));
    }
  }
}

function turnsOf({ repeat = 1 }: Step, variables: Variables): Variables[] {
  const items = typeof repeat === "number" ? Array.from({ length: repeat }) : expandTemplate(repeat, variables);
  if (!Array.isArray(items)) throw new Error(`${String(repeat)} is no list`);
  return items.map((item: unknown, index) => ({ n: index + 1, item }));
}

async function playStep(step: Step, tenant: Tenant, headers: Headers, { variables, turn }: { variables: Variables; turn: Variables }): Promise<void> {
  const known = { ...variables, ...tenant, ...turn };
  const answer = await send(step, tenant, headers, known);
  const differences = compare(step, answer, known, tenant);
  if (differences.length > 0) throw new Error([`“${step.name}” (${step.request.method} ${step.request.path})`, ...differences, `answer: ${String(answer.status)} ${answer.text.slice(0, 1500)}`].join("\n  "));
  for (const [name, pointer] of Object.entries(step.capture ?? {})) capture(variables, name, pointed(answer, pointer));
}

function send({ request }: Step, tenant: Tenant, headers: Headers, known: Variables): Promise<HttpAnswer> {
  const base = new URL(tenant.base);
  const path = base.pathname.replace(/\/$/, "") + String(expandTemplate(request.path, known));
  const query = request.query === undefined ? "" : `?${String(expandTemplate(request.query, known))}`;
  const body = bodyOf(request, known);
  const type = request.form ? "application/x-www-form-urlencoded" : "application/scim+json";
  const own: Headers = { ...(body === undefined ? {} : { "Content-Type": type }), ...headers, ...(request.form ? { "Content-Type": type } : {}), ...request.headers };
  if (body === undefined && request.headers?.["Content-Type"] === undefined) delete own["Content-Type"];
  const sent = Object.entries(own).flatMap(([name, value]) => (value === null ? [] : [[name, String(expandTemplate(value, known))]]));
  return sendHttp({ origin: base.origin, method: request.method, target: path + query, headers: Object.fromEntries(sent) as Record<string, string>, ...(body === undefined ? {} : { body }) });
}

function bodyOf({ body, rawBody, form }: Step["request"], known: Variables): string | undefined {
  if (form) return new URLSearchParams(expandTemplate(form, known) as Record<string, string>).toString();
  if (typeof rawBody === "string") return rawBody;
  if (rawBody) return rawBody.before + rawBody.repeat.repeat(rawBody.times) + rawBody.after;
  return body === undefined ? undefined : JSON.stringify(expandTemplate(body, known));
}

function compare({ expect, request }: Step, answer: HttpAnswer, known: Variables, tenant: Tenant): string[] {
  const statuses = Array.isArray(expect.status) ? expect.status : [expect.status];
  const differences = statuses.includes(answer.status) ? [] : [`status: expected ${statuses.join(" or ")}, got ${String(answer.status)}`];
  for (const [name, value] of Object.entries(expect.headers ?? {})) {
    differences.push(...matchValue(answer.headers[name.toLowerCase()], expandTemplate(value, known), name));
  }
  if (expect.withinMs !== undefined && answer.milliseconds > expect.withinMs) differences.push(`took ${answer.milliseconds.toFixed(0)} ms, expected ${String(expect.withinMs)}`);
  const bodyExpected = expect.body !== undefined && !(answer.status === 204 && statuses.includes(204));
  if (bodyExpected) differences.push(...matchValue(answer.json, expandTemplate(expect.body, known)));
  return [...differences, ...findFaults(answer, tenant, request)];
}

function pointed(answer: HttpAnswer, pointer: string): unknown {
  if (pointer.startsWith("header:")) return answer.headers[pointer.slice(7).toLowerCase()];
  let value = answer.json;
  for (const part of pointer.split("/").slice(1)) value = (value as Record<string, unknown> | undefined)?.[part];
  if (value === undefined) throw new Error(`Nothing to capture at ${pointer}`);
  return value;
}

function capture(variables: Variables, name: string, value: unknown): void {
  if (!name.endsWith("[]")) {
    variables[name] = value;
    return;
  }
  const list = name.slice(0, -2);
  const sofar = variables[list];
  variables[list] = [...(Array.isArray(sofar) ? (sofar as unknown[]) : []), value];
}
