import { readdirSync, readFileSync } from "node:fs";
import { createTranslator } from "use-intl/core";

const folder = new URL("../messages/en/", import.meta.url);

const messages = Object.fromEntries(
  readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .map((name) => [name.slice(0, -".json".length), JSON.parse(readFileSync(new URL(name, folder), "utf8")) as Record<string, never>]),
);

const translate = createTranslator({
  locale: "en",
  messages,
  onError: (error) => {
    throw error;
  },
});

/** The text a person reads, from the same catalogue as the page: `text("auth.signIn.submit")`. Unknown keys throw. */
export function text(key: string, values: Record<string, string | number> = {}): string {
  return translate(key as never, values as never);
}
