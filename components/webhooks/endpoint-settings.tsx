"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { Card } from "@/components/ui/card";
import { Form, SubmitButton } from "@/components/ui/form";
import { lazyResolver } from "@/components/ui/lazy-resolver";
import { Section } from "@/components/ui/section";
import { endpointCalls, useEndpointCall } from "@/lib/client/mutations/use-webhooks";
import { toast } from "@/lib/client/toast";
import { eventTypes } from "@/lib/contracts/event-types";
import type { EndpointWire } from "@/lib/contracts/webhook";
import { EndpointFields } from "./endpoint-fields";

/** URL, description and filters of an endpoint. */
export function EndpointSettings({ endpoint }: { endpoint: EndpointWire }) {
  const t = useTranslations("webhooks.settings");
  const router = useRouter();
  const update = useEndpointCall(endpoint.endpoint_id, endpointCalls.update);
  const { url, description, organization_ids } = endpoint;
  const form = useForm({
    resolver: lazyResolver(() => import("@/lib/contracts/webhook").then((contract) => contract.CreateEndpointBody)),
    defaultValues: { url, description, event_types: eventTypes.filter((type) => endpoint.event_types.includes(type)), organization_ids },
  });
  return (
    <Section title={t("title")}>
      <Card className="p-5">
        <Form
          form={form}
          onSubmit={async (values) => {
            await update.mutateAsync(values);
            form.reset(values);
            toast.success(t("saved"));
            router.refresh();
          }}
        >
          <EndpointFields />
          <SubmitButton className="self-start">{t("save")}</SubmitButton>
        </Form>
      </Card>
    </Section>
  );
}
