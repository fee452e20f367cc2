import { invalidSyntax, invalidValue, payloadTooLarge, ScimError } from "@/lib/scim/errors";
import { requireSafeObject } from "@/lib/scim/resource/require-safe-json";
import { isObject, type JsonObject } from "@/lib/scim/resource/resource";

export type BulkMethod = "POST" | "PUT" | "PATCH" | "DELETE";

/** One operation. `id` is null for POST; it and `data` may hold `bulkId:` references. `data` is null for DELETE. */
export type BulkOperation = {
  method: BulkMethod;
  endpoint: "/Users" | "/Groups";
  id: string | null;
  bulkId?: string;
  version?: string;
  data: JsonObject | null;
};

/** An operation of the request, or what is wrong with it; `method` and `bulkId` go into its answer. */
export type BulkEntry =
  | { kind: "operation"; operation: BulkOperation }
  | { kind: "refused"; method: string; bulkId?: string; error: ScimError };

export type BulkRequest = { failOnErrors: number | null; entries: BulkEntry[] };

/**
 * Reads a BulkRequest (RFC 7644 section 3.7). A bad operation is refused for itself and does not stop the others. Throws
 * invalidSyntax or invalidValue for the message as a whole, payloadTooLarge beyond `maxOperations`.
 */
export function parseBulkRequest(body: unknown, limits: { maxOperations: number }): BulkRequest {
  if (!isObject(body)) throw invalidSyntax("A BulkRequest must be a JSON object.");
  const operations = body.Operations ?? body.operations;
  if (!Array.isArray(operations)) throw invalidSyntax('A BulkRequest needs "Operations", a list.');
  if (operations.length > limits.maxOperations) {
    throw payloadTooLarge(
      `The request has ${operations.length} operations; at most ${limits.maxOperations} are accepted (maxOperations).`,
    );
  }
  const bulkIds = new Set<string>();
  const entries = operations.map((operation) => readEntry(operation, bulkIds));
  return { failOnErrors: readFailOnErrors(body), entries };
}

function readFailOnErrors({ failOnErrors }: JsonObject): number | null {
  if (failOnErrors === undefined || failOnErrors === null) return null;
  if (typeof failOnErrors === "number" && Number.isSafeInteger(failOnErrors) && failOnErrors > 0) return failOnErrors;
  throw invalidValue('"failOnErrors" must be a positive integer.');
}

function readEntry(operation: unknown, bulkIds: Set<string>): BulkEntry {
  try {
    return { kind: "operation", operation: readOperation(operation, bulkIds) };
  } catch (error) {
    if (!(error instanceof ScimError)) throw error;
    const { method, bulkId } = isObject(operation) ? operation : {};
    return {
      kind: "refused",
      method: typeof method === "string" ? method : "",
      ...(typeof bulkId === "string" ? { bulkId } : {}),
      error,
    };
  }
}

function readOperation(value: unknown, bulkIds: Set<string>): BulkOperation {
  const operation = requireSafeObject(value, "An operation");
  const method = readMethod(operation);
  const { endpoint, id } = readPath(operation, method);
  const bulkId = readBulkId(operation, method, bulkIds);
  const { version } = operation;
  return {
    method,
    endpoint,
    id,
    ...(bulkId === undefined ? {} : { bulkId }),
    ...(typeof version === "string" ? { version } : {}),
    data: readData(operation, method),
  };
}

function readMethod({ method }: JsonObject): BulkMethod {
  const upper = typeof method === "string" ? method.toUpperCase() : "";
  if (upper === "POST" || upper === "PUT" || upper === "PATCH" || upper === "DELETE") return upper;
  throw invalidSyntax('The "method" of an operation must be POST, PUT, PATCH or DELETE.');
}

/** POST names an endpoint, everything else a resource of it. */
function readPath({ path }: JsonObject, method: BulkMethod): Pick<BulkOperation, "endpoint" | "id"> {
  const [empty, type, id, ...rest] = typeof path === "string" ? path.split("/") : [];
  const endpoint = type === "Users" ? "/Users" : type === "Groups" ? "/Groups" : null;
  if (empty !== "" || endpoint === null || rest.length > 0) {
    throw invalidValue('The "path" of an operation must be /Users or /Groups, but for POST with the id of a resource.');
  }
  if (method === "POST" && id === undefined) return { endpoint, id: null };
  if (method !== "POST" && id !== undefined && id !== "") return { endpoint, id };
  throw invalidValue(
    method === "POST" ? `A POST goes to ${endpoint}, without an id.` : `A ${method} needs the id of a resource in its path.`,
  );
}

function readBulkId({ bulkId }: JsonObject, method: BulkMethod, bulkIds: Set<string>): string | undefined {
  if (bulkId === undefined || bulkId === null) {
    if (method === "POST") throw invalidValue('A POST needs a "bulkId".');
    return undefined;
  }
  if (typeof bulkId !== "string" || bulkId === "") throw invalidValue('A "bulkId" must be a string.');
  if (bulkIds.has(bulkId)) throw invalidValue(`The bulkId "${bulkId}" is used twice.`);
  bulkIds.add(bulkId);
  return bulkId;
}

function readData({ data }: JsonObject, method: BulkMethod): JsonObject | null {
  if (method === "DELETE") return null;
  if (!isObject(data)) throw invalidSyntax(`A ${method} needs "data", a JSON object.`);
  return data;
}
