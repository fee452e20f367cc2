import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";

const Headers = z.record(z.string(), z.string().nullable());

const Step = z.strictObject({
  name: z.string(),
  /** Which of the two tenants speaks. */
  tenant: z.enum(["a", "b"]).optional(),
  /** Plays the request many times, at once: a number, or once for each element of a captured list. `{{n}}` counts from 1, `{{item}}` is the element. */
  repeat: z.union([z.int().positive(), z.string()]).optional(),
  request: z.strictObject({
    method: z.string(),
    /** Below the base URL. */
    path: z.string(),
    /** Raw, as it goes over the wire; "" sends a bare `?`. */
    query: z.string().optional(),
    /** On top of the conversation's; null leaves one out. */
    headers: Headers.optional(),
    body: z.unknown().optional(),
    /** Fields of a form, for the token endpoint. */
    form: z.record(z.string(), z.string()).optional(),
    /** Bytes that need not be JSON. */
    rawBody: z.union([z.string(), z.strictObject({ before: z.string(), repeat: z.string(), times: z.int(), after: z.string() })]).optional(),
  }),
  expect: z.strictObject({
    status: z.union([z.int(), z.array(z.int())]),
    headers: z.record(z.string(), z.string()).optional(),
    body: z.unknown().optional(),
    withinMs: z.int().optional(),
  }),
  /** Variable name → JSON pointer into the answer ("" is the whole body); `name[]` collects into a list. */
  capture: z.record(z.string(), z.string()).optional(),
});

const Conversation = z.strictObject({
  /** What must be true, as a sentence. */
  title: z.string(),
  /** Who sends this and where it is known from. */
  about: z.string(),
  /** Rows of tolerances.json. */
  tolerances: z.array(z.int()).optional(),
  /**
   * Sign-in methods that are switched on beside the bearer token. They give variables: `{{basic}}` (user and password as they go into the header),
   * `{{clientId}}`, `{{clientSecret}}`, both together as `{{clientBasic}}`, and `{{code}}`, the authorization code that an admin just approved, with its `{{redirectUri}}`.
   */
  signIn: z.array(z.enum(["basic", "client_credentials", "authorization_code"])).optional(),
  /** Environment variables of the app. */
  settings: z.record(z.string(), z.string()).optional(),
  headers: Headers.optional(),
  /** The whole conversation is played once for each set of headers. */
  variants: z.record(z.string(), z.strictObject({ headers: Headers })).optional(),
  steps: z.array(Step).min(1),
});

export type Step = z.infer<typeof Step>;
export type Conversation = z.infer<typeof Conversation>;

const root = fileURLToPath(new URL(".", import.meta.url));

/** Every recorded conversation below this folder, read strictly: a misspelt key is an error. */
export function readConversations(): { file: string; conversation: Conversation }[] {
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) => /[\\/].+\.json$/.test(name)).sort();
  return files.map((file) => {
    const parsed = Conversation.safeParse(JSON.parse(readFileSync(root + file, "utf8")));
    if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`);
    return { file, conversation: parsed.data };
  });
}
