import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject, type ZodOpenApiResponsesObject } from "zod-openapi";
import { z } from "zod";
import { AuditEntry } from "@/lib/contracts/audit";
import { ConnectionDetailsWire, ConnectionWire, ConnectionWithNextToken, ConnectionWithToken } from "@/lib/contracts/connection";
import { Envelope, Problem } from "@/lib/contracts/envelope";
import { errorTypes, type ErrorType } from "@/lib/contracts/error-types";
import { Group } from "@/lib/contracts/group";
import { Member, MemberSummary } from "@/lib/contracts/member";
import type { Operation } from "@/lib/contracts/operation";
import { operationsByTopic } from "@/lib/contracts/operations/all";
import { Organization } from "@/lib/contracts/organization";
import { DeliveryWire, EndpointWire, EventWire } from "@/lib/contracts/webhook";
import texts from "@/messages/en/reference.json";
import { findErrorTypes } from "./find-error-types";

const schemas = {
  Organization,
  Member,
  MemberSummary,
  Group,
  Connection: ConnectionWire,
  ConnectionDetails: ConnectionDetailsWire,
  ConnectionWithToken,
  ConnectionWithNextToken,
  WebhookEndpoint: EndpointWire,
  Delivery: DeliveryWire,
  Event: EventWire,
  AuditEntry,
  Problem,
};

/** The OpenAPI 3.1 document of the management API, made of its operations. */
export function describeApi(): ReturnType<typeof createDocument> {
  const document: Parameters<typeof createDocument>[0] = {
    openapi: "3.1.0",
    info: { title: texts.title, version: "1", description: texts.description },
    servers: [{ url: "/" }],
    tags: Object.keys(operationsByTopic).map((name) => ({ name })),
    security: [{ credential: [] }],
    paths: describePaths(),
    components: {
      schemas,
      securitySchemes: { credential: { type: "http", scheme: "basic", description: texts.credential } },
    },
  };
  return createDocument(document, { override: forReaders });
}

type Described = { minimum?: number; maximum?: number; format?: string; examples?: unknown[] };

/**
 * That an integer is a safe one of JavaScript is no news to a reader, and made -9007199254740991 the example of every count. From the pattern of times
 * the reference makes up years such as 1534.
 */
function forReaders({ jsonSchema }: { jsonSchema: Described }): void {
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  if (jsonSchema.format === "date-time") jsonSchema.examples ??= ["2026-03-02T09:30:00.000Z"];
}

function describePaths(): ZodOpenApiPathsObject {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const [topic, operations] of Object.entries(operationsByTopic)) {
    for (const operation of Object.values(operations)) (paths[operation.path] ??= {})[operation.method.toLowerCase()] = describe(topic, operation);
  }
  return paths;
}

function describe(topic: string, operation: Operation): ZodOpenApiOperationObject {
  const { id, summary, access, scope, body, example } = operation;
  const opened = access === "public";
  return {
    operationId: id,
    tags: [topic],
    summary,
    description: [operation.description, opened ? texts.public : `${texts.needs} \`${scope}\``].filter(Boolean).join("\n\n"),
    ...(opened ? { security: [] } : { "x-scope": scope }),
    ...describeParameters(operation),
    ...(body ? { requestBody: { required: !body.safeParse({}).success, content: { "application/json": { schema: body, ...(example ? { example } : {}) } } } } : {}),
    responses: describeResponses(operation),
  };
}

function describeParameters({ path, method, access, query }: Operation): Pick<ZodOpenApiOperationObject, "parameters" | "requestParams"> {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  const words: Record<string, string> = texts.parameters;
  const text = { type: "string" as const };
  const inPath = names.map((name) => ({ name, in: "path" as const, required: true, description: words[name] ?? "", schema: text }));
  const key = { name: "Idempotency-Key", in: "header" as const, required: false, description: texts.idempotencyKey, schema: { ...text, maxLength: 255 } };
  const parameters = [...inPath, ...(method === "POST" && access !== "public" ? [key] : [])];
  return { parameters, ...(query instanceof z.ZodObject ? { requestParams: { query } } : {}) };
}

function describeResponses(operation: Operation): ZodOpenApiResponsesObject {
  const { answer } = operation;
  const content = answer === "csv" ? { "text/csv": { schema: { type: "string" as const } } } : answer === "stream" ? { "text/event-stream": { schema: { type: "string" as const } } } : { "application/json": { schema: Envelope.extend(answer.shape) } };
  const refusals: Record<string, ErrorType[]> = {};
  for (const type of findErrorTypes(operation)) (refusals[errorTypes[type]] ??= []).push(type);
  const described = Object.entries(refusals).map(([status, types]) => [status, describeRefusal(status, types)] as const);
  return { "200": { description: texts.success, content }, ...Object.fromEntries(described) };
}

function describeRefusal(status: string, types: ErrorType[]) {
  const list = types.map((type) => `[\`${type}\`](/docs/errors#${type})`).join(", ");
  const headers = status === "429" ? { headers: { "Retry-After": { description: texts.retryAfter, required: true, schema: { type: "integer" as const } } } } : {};
  return { description: list, ...headers, "x-error-types": types, content: { "application/json": { schema: Problem } } };
}
