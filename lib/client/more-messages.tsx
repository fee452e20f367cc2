"use client";

import { type AbstractIntlMessages, NextIntlClientProvider, useLocale, useMessages } from "next-intl";
import { type ReactNode, useMemo } from "react";

type Branches = Record<string, AbstractIntlMessages>;

/** Adds texts to those that the frame around the page has brought. */
export function MoreMessages({ messages, children }: { messages: Branches; children: ReactNode }) {
  const above = useMessages() as Branches;
  const merged = useMemo(() => {
    const added = Object.entries(messages).map(([name, branches]) => [name, { ...above[name], ...branches }] as const);
    return { ...above, ...Object.fromEntries(added) };
  }, [above, messages]);
  return (
    <NextIntlClientProvider locale={useLocale()} messages={merged}>
      {children}
    </NextIntlClientProvider>
  );
}
