/** Languages with a full catalogue under messages/. The first one is the fallback. */
export const locales = ["en", "de"] as const;

/** Each language by its own name. */
export const localeNames: Record<Locale, string> = { en: "English", de: "Deutsch" };

export type Locale = (typeof locales)[number];

/** The cookie that remembers a person's choice of language. */
export const localeCookie = "rollcall-locale";

/** The best language for a request: the person's own choice, else the browser's wish, else English. Pure. */
export function pickLocale(chosen: string | undefined, acceptLanguage: string | null): Locale {
  const wishes = [chosen ?? "", ...weightedLanguages(acceptLanguage ?? "")];
  for (const wish of wishes) {
    const found = locales.find((locale) => locale === wish || wish.toLowerCase().startsWith(`${locale}-`));
    if (found) return found;
  }
  return locales[0];
}

function weightedLanguages(header: string): string[] {
  return header
    .split(",")
    .map((part) => {
      const [language = "", ...parameters] = part.trim().split(";");
      const quality = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith("q="));
      return { language, weight: quality ? Number(quality.slice(2)) || 0 : 1 };
    })
    .sort((left, right) => right.weight - left.weight)
    .map((wish) => wish.language);
}
