"use client";

import { Pencil } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { KeyValueList } from "@/components/ui/key-value-list";
import { LazyDialog } from "@/components/ui/lazy-dialog";
import { Section } from "@/components/ui/section";
import { useOrganizationOptions } from "@/lib/client/queries/use-organization-options";
import type { EndpointWire } from "@/lib/contracts/webhook";

const EditEndpointForm = dynamic(() => import("./edit-endpoint-form").then((module) => module.EditEndpointForm), { ssr: false });

/** URL, description and filters of an endpoint. */
export function EndpointSettings({ endpoint }: { endpoint: EndpointWire }) {
  const t = useTranslations("webhooks");
  const { options } = useOrganizationOptions("", endpoint.organization_ids);
  const names = endpoint.organization_ids.map((id) => options.find((option) => option.value === id)?.label ?? id);
  const edit = (
    <Button size="sm">
      <Pencil aria-hidden />
      {t("settings.edit")}
    </Button>
  );
  return (
    <Section title={t("settings.title")} actions={<LazyDialog trigger={edit}>{(close) => <EditEndpointForm endpoint={endpoint} close={close} />}</LazyDialog>}>
      <Card className="p-4">
        <KeyValueList
          items={[
            { key: "url", label: t("form.url"), value: <span className="font-mono text-xs wrap-anywhere">{endpoint.url}</span> },
            { key: "description", label: t("form.purpose"), value: endpoint.description || null },
            { key: "events", label: t("form.eventTypes"), value: <Names names={endpoint.event_types} all={t("form.allEvents")} mono /> },
            { key: "organizations", label: t("form.organizations"), value: <Names names={names} all={t("settings.allOrganizations")} /> },
          ]}
        />
      </Card>
    </Section>
  );
}

function Names({ names, all, mono = false }: { names: readonly string[]; all: string; mono?: boolean }) {
  if (names.length === 0) return all;
  return (
    <span className="flex flex-wrap gap-1">
      {names.map((name) => (
        <Badge key={name} className={mono ? "font-mono font-normal" : ""}>
          {name}
        </Badge>
      ))}
    </span>
  );
}
