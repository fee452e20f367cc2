import { Ajv2020, type ValidateFunction } from "ajv/dist/2020";
import addFormats from "ajv-formats";
import { describeApi } from "@/lib/http/describe-api";

type Described = { responses: Record<string, { content?: Record<string, { schema: object }>; "x-error-types"?: string[] }> };
type Document = { paths: Record<string, Record<string, Described>> };

const document = describeApi() as unknown as Document;
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addSchema(document, "api");
const validators = new Map<string, ValidateFunction>();

/** Holds an answer of the management API against its OpenAPI document; throws with what does not agree. */
export function checkAnswer(method: string, path: string, { status, body }: { status: number; body: unknown }): void {
  const template = findTemplate(method, path);
  // What has no operation is refused: in the same envelope.
  if (!template) return check("Problem", validatorAt("#/components/schemas/Problem"), body);
  const name = `${method} ${template} ${status}`;
  const described = document.paths[template]?.[method.toLowerCase()]?.responses[status];
  if (!described) throw new Error(`${name} is not described: ${JSON.stringify(body)}`);
  const at = [template, method.toLowerCase(), "responses", String(status), "content", "application/json", "schema"];
  check(name, validatorAt(`#/paths/${at.map(escape).join("/")}`), body);
  const type = (body as { error_type?: string }).error_type;
  if (type && !described["x-error-types"]?.includes(type)) throw new Error(`${name} has the error type ${type}, which is not described`);
}

function check(name: string, validate: ValidateFunction, body: unknown): void {
  if (validate(body)) return;
  throw new Error(`${name} is not as described: ${ajv.errorsText(validate.errors)}\n${JSON.stringify(body)}`);
}

function findTemplate(method: string, path: string): string | undefined {
  const steps = path.split("?")[0]?.split("/") ?? [];
  const fits = (template: string): boolean => {
    const parts = template.split("/");
    return parts.length === steps.length && parts.every((part, index) => part === steps[index] || part.startsWith("{"));
  };
  const [found] = Object.keys(document.paths)
    .filter(fits)
    .sort((a, b) => count(a) - count(b));
  return found && document.paths[found]?.[method.toLowerCase()] ? found : undefined;
}

const count = (template: string): number => template.split("{").length;

function validatorAt(pointer: string): ValidateFunction {
  const known = validators.get(pointer);
  if (known) return known;
  const made = ajv.compile({ $ref: `api${pointer}` });
  validators.set(pointer, made);
  return made;
}

function escape(step: string): string {
  return encodeURIComponent(step.replaceAll("~", "~0").replaceAll("/", "~1"));
}
