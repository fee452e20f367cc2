"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { FormDialog } from "@/components/ui/form-dialog";
import { lazyResolver } from "@/components/ui/lazy-resolver";
import { endpointCalls, useEndpointCall } from "@/lib/client/mutations/use-webhooks";
import { toast } from "@/lib/client/toast";
import { eventTypes } from "@/lib/contracts/event-types";
import type { CreateEndpointBody, EndpointWire } from "@/lib/contracts/webhook";
import { EndpointFields } from "./endpoint-fields";

export function EditEndpointForm({ endpoint, close }: { endpoint: EndpointWire; close: () => void }) {
  const t = useTranslations("webhooks.settings");
  const router = useRouter();
  const update = useEndpointCall(endpoint.endpoint_id, endpointCalls.update);
  const { url, description, organization_ids } = endpoint;
  const form = useForm({
    resolver: lazyResolver(() => import("@/lib/contracts/webhook").then((contract) => contract.CreateEndpointBody)),
    defaultValues: { url, description, event_types: eventTypes.filter((type) => endpoint.event_types.includes(type)), organization_ids },
  });

  async function submit(values: CreateEndpointBody) {
    await update.mutateAsync(values);
    toast.success(t("saved"));
    close();
    router.refresh();
  }

  return (
    <FormDialog form={form} onSubmit={submit} size="md" title={t("editTitle")} submitLabel={t("save")}>
      <EndpointFields autoFocus />
    </FormDialog>
  );
}
