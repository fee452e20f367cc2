"use client";

import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { FormDialog } from "@/components/ui/form-dialog";
import { lazyResolver } from "@/components/ui/lazy-resolver";
import { useCreateEndpoint } from "@/lib/client/mutations/use-webhooks";
import type { CreateEndpointBody } from "@/lib/contracts/webhook";
import { EndpointFields } from "./endpoint-fields";

export function EndpointForm({ onMade }: { onMade: (made: { id: string; secret: string }) => void }) {
  const t = useTranslations("webhooks.form");
  const create = useCreateEndpoint();
  const form = useForm({
    resolver: lazyResolver(() => import("@/lib/contracts/webhook").then((contract) => contract.CreateEndpointBody)),
    defaultValues: { url: "", description: "", event_types: [], organization_ids: [] },
  });

  async function submit(values: CreateEndpointBody) {
    const { webhook_endpoint, secret } = await create.mutateAsync(values);
    onMade({ id: webhook_endpoint.endpoint_id, secret });
  }

  return (
    <FormDialog form={form} onSubmit={submit} size="md" title={t("title")} description={t("description")} submitLabel={t("add")}>
      <EndpointFields autoFocus />
    </FormDialog>
  );
}
