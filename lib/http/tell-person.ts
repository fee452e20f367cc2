import { createTranslator } from "use-intl/core";
import type { Locale } from "@/i18n/locales";
import { requestLocale } from "@/lib/auth/request-locale";
import { DomainError } from "@/lib/errors";
import german from "@/messages/de/refusals.json";
import english from "@/messages/en/refusals.json";
import { problem } from "./problem";

const catalogues: Record<Locale, Record<string, string>> = { en: english, de: german };

/** The error envelope for who called: programs read English; to a person at a page, in the page's language, where the sentence needs nothing but the type and its details. */
export async function tellPerson(error: unknown, requestId: string, headers: Headers): Promise<Response> {
  const message = headers.has("authorization") ? null : say(error, await requestLocale());
  return problem(error, requestId, message);
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
