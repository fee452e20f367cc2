"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { MessagePage } from "./message-page";

/** What a person sees when a page failed: no stack, a way out, and a reference that stands in the log. */
export function FailurePage({ digest, retry }: { digest: string | undefined; retry: () => void }) {
  const t = useTranslations("common");
  return (
    <main id="content">
      <MessagePage
        code={digest ? t("errors.reference", { digest }) : "500"}
        title={t("errors.failedTitle")}
        description={t("errors.failedDescription")}
        action={
          <Button variant="primary" onClick={retry}>
            {t("retry")}
          </Button>
        }
      />
    </main>
  );
}
