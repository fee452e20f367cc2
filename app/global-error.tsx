"use client";

import { useState } from "react";
import { useServerReturned } from "@/lib/client/use-server-returned";
import german from "@/messages/de/outage.json";
import english from "@/messages/en/outage.json";

const reload = (): void => window.location.reload();

/** What a person sees when even the frame of all pages failed. Part of each page, so as light as can be: its style is there with the page that it takes the place of. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  const [lang] = useState(() => (typeof document === "undefined" ? "en" : document.documentElement.lang));
  const { title, description, retry } = lang === "de" ? german : english;
  useServerReturned(reload, error.digest === undefined);
  return (
    <html lang={lang}>
      <body className="font-sans">
        <title>{title}</title>
        <main id="content" className="flex min-h-[70dvh] flex-col items-center gap-2 px-6 pt-12 pb-16 text-center sm:pt-[12vh]">
          <p className="font-mono text-xs text-muted">{error.digest ?? "500"}</p>
          <h1 className="text-2xl font-semibold">{title}</h1>
          <p className="max-w-md text-base text-balance text-muted">{description}</p>
          <button type="button" className="mt-4 h-8 cursor-pointer rounded-md border border-border-strong bg-surface px-3 text-sm font-medium" onClick={reload}>
            {retry}
          </button>
        </main>
      </body>
    </html>
  );
}
