"use client";

import { Plus } from "lucide-react";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { LazyDialog } from "@/components/ui/lazy-dialog";
import type { NewCredential } from "@/lib/contracts/credential";
import { CredentialSecret } from "./credential-secret";

const CredentialForm = dynamic(() => import("./credential-form").then((module) => module.CredentialForm), { ssr: false });

/** Names a new API credential, then shows its secret once. */
export function CreateCredentialDialog() {
  const t = useTranslations("operator.credentials");
  const router = useRouter();
  const [made, setMade] = useState<NewCredential | null>(null);
  const trigger = (
    <Button variant="primary">
      <Plus aria-hidden />
      {t("create")}
    </Button>
  );
  function forget() {
    setMade(null);
    router.refresh();
  }
  return (
    <LazyDialog trigger={trigger} onClose={forget}>
      {(close) => (made ? <CredentialSecret credential={made} close={close} /> : <CredentialForm onMade={setMade} />)}
    </LazyDialog>
  );
}
