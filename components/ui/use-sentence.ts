"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";

/**
 * Turns the words by which contracts and refusals name a mistake (`required`, `taken`, `slug_characters`) into a sentence of
 * the reader's language. What has no entry under common.validation is shown as it is.
 */
export function useSentence(): (word: string | undefined) => string | undefined {
  const t = useTranslations("common.validation");
  return useCallback((word) => (word && isKey(word) && t.has(word) ? t(word) : word), [t]);
}

type Key = Parameters<ReturnType<typeof useTranslations<"common.validation">>>[0];

function isKey(word: string): word is Key {
  return /^[a-z_]+$/.test(word);
}
