"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { postForm } from "@/lib/client/api";

/** The signed-in owner of the e-mail accepts with one click. */
export function AcceptSignedIn({ token, email }: { token: string; email: string }) {
  const t = useTranslations("auth.invitation");
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  async function accept() {
    setPending(true);
    try {
      const accepted = await postForm<{ organization_slug: string }>("/api/invitations/accept", { token });
      window.location.assign(`/organizations/${accepted.organization_slug}`);
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
      setPending(false);
    }
  }
  return (
    <div className="flex flex-col gap-4">
      {failure ? <Callout tone="danger">{failure}</Callout> : null}
      <p className="text-center text-sm text-muted">{t("acceptAs", { email })}</p>
      <Button variant="primary" size="lg" block pending={pending} onClick={() => void accept()}>
        {t("submit")}
      </Button>
    </div>
  );
}
