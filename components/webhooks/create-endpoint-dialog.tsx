"use client";

import { Plus } from "lucide-react";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { LazyDialog } from "@/components/ui/lazy-dialog";
import { EndpointSecret } from "./endpoint-secret";

const EndpointForm = dynamic(() => import("./endpoint-form").then((module) => module.EndpointForm), { ssr: false });

/** Adds an endpoint, shows its secret once, then opens it. */
export function CreateEndpointDialog() {
  const t = useTranslations("webhooks.form");
  const router = useRouter();
  const [made, setMade] = useState<{ id: string; secret: string } | null>(null);
  const trigger = (
    <Button variant="primary">
      <Plus aria-hidden />
      {t("add")}
    </Button>
  );
  return (
    <LazyDialog trigger={trigger} onClose={() => setMade(null)}>
      {() => (made ? <EndpointSecret secret={made.secret} close={() => router.push(`/operator/webhooks/${made.id}`)} /> : <EndpointForm onMade={setMade} />)}
    </LazyDialog>
  );
}
