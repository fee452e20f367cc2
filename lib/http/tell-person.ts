import type { NextRequest } from "next/server";
import { createTranslator } from "use-intl/core";
import { type Locale, localeCookie, pickLocale } from "@/i18n/locales";
import { DomainError } from "@/lib/errors";
import german from "@/messages/de/refusals.json";
import english from "@/messages/en/refusals.json";
import { problem } from "./problem";

const catalogues: Record<Locale, Record<string, string>> = { en: english, de: german };

/** The error envelope for who called: programs read English; to a person at a page, in the page's language, where the sentence needs nothing but the type and its details. */
export function tellPerson(error: unknown, requestId: string, { headers, cookies }: NextRequest): Response {
  const person = !headers.has("authorization");
  return problem(error, requestId, person ? say(error, pickLocale(cookies.get(localeCookie)?.value, headers.get("accept-language"))) : null);
}

function say(error: unknown, locale: Locale): string | null {
  const known = error instanceof DomainError;
  const type = known ? error.code : "internal_server_error";
  const texts = catalogues[locale];
  if (!(type in texts)) return null;
  let complete = true;
  const translate = createTranslator({ locale, messages: texts, onError: () => (complete = false) });
  const sentence = translate(type as never, (known ? error.details : {}) as never);
  return complete ? sentence : null;
}
