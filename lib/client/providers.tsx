"use client";

import { QueryClientProvider } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { type ReactNode, useEffect } from "react";
import { sayNoAnswer } from "./no-answer";
import { queryClient } from "./query-client";

/** What client components need around them: server state and URL state. */
export function Providers({ children }: { children: ReactNode }) {
  const t = useTranslations("common");
  useEffect(() => sayNoAnswer(t("noAnswer")), [t]);
  return (
    <QueryClientProvider client={queryClient()}>
      <NuqsAdapter>{children}</NuqsAdapter>
    </QueryClientProvider>
  );
}
