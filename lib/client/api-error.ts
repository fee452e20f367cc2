/** A refusal by the management API, as the portal shows it. `message` is a sentence for a person. */
export class ApiError extends Error {
  override readonly name = "ApiError";

  constructor(
    readonly status: number,
    /** The stable machine word: `organization_not_found`; `network` when no answer came. */
    readonly errorType: string,
    message: string,
    readonly details: Record<string, unknown> = {},
    readonly requestId: string | null = null,
  ) {
    super(message);
  }

  /** Sentences by field name, where the details name fields (`{ fields: { name: "…" } }` or `{ name: "…" }`). */
  get fieldErrors(): Record<string, string> {
    const source = isRecord(this.details["fields"]) ? this.details["fields"] : this.details;
    return Object.fromEntries(
      Object.entries(source).flatMap(([name, value]) => {
        const sentence: unknown = Array.isArray(value) ? value[0] : value;
        return typeof sentence === "string" ? [[name, sentence] as const] : [];
      }),
    );
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
