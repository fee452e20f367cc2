"use client";

import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { useServerReturned } from "@/lib/client/use-server-returned";
import { MessagePage } from "./message-page";

/** What a person sees when a page failed: no stack, a way out, and a reference that stands in the log. After an outage the page comes back by itself. */
export function FailurePage({ digest, retry }: { digest: string | undefined; retry: () => void }) {
  const t = useTranslations("common");
  const [retrying, startTransition] = useTransition();
  const again = (): void => startTransition(retry);
  // What the server failed at has a digest; without one the answer did not come whole.
  useServerReturned(again, digest === undefined);
  return (
    <main id="content">
      <title>{`${t("errors.failedTitle")} · ${t("productName")}`}</title>
      <MessagePage
        code={digest ? t("errors.reference", { digest }) : "500"}
        title={t("errors.failedTitle")}
        description={t("errors.failedDescription")}
        action={
          <Button variant="primary" pending={retrying} onClick={again}>
            {t("retry")}
          </Button>
        }
      />
    </main>
  );
}
