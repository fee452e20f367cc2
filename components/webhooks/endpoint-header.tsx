"use client";

import { CirclePause, CirclePlay, Ellipsis, RotateCw, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Breakable } from "@/components/ui/breakable";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuSeparator, DropdownMenuTrigger } from "@/components/ui/dropdown-menu";
import { IconButton } from "@/components/ui/icon-button";
import { PageHeader } from "@/components/ui/page-header";
import { endpointCalls, useEndpointCall } from "@/lib/client/mutations/use-webhooks";
import { toast } from "@/lib/client/toast";
import type { EndpointWire } from "@/lib/contracts/webhook";
import { EndpointStatus } from "./endpoint-status";
import { RotateSecretDialog } from "./rotate-secret-dialog";
import { TestEventButton } from "./test-event-button";

/** The endpoint's address and state, and what one can do to it. */
export function EndpointHeader({ endpoint }: { endpoint: EndpointWire }) {
  const t = useTranslations("webhooks");
  return (
    <PageHeader
      title={<Breakable text={endpoint.url} />}
      description={endpoint.description || undefined}
      badge={<EndpointStatus endpoint={endpoint} />}
      breadcrumbs={<Breadcrumbs items={[{ label: t("title"), href: "/operator/webhooks" }, { label: endpoint.url }]} />}
      actions={
        <>
          <TestEventButton endpointId={endpoint.endpoint_id} />
          <PauseButton endpoint={endpoint} />
          <MoreActions endpoint={endpoint} />
        </>
      }
    />
  );
}

function PauseButton({ endpoint }: { endpoint: EndpointWire }) {
  const t = useTranslations("webhooks.actions");
  const update = useEndpointCall(endpoint.endpoint_id, endpointCalls.update);
  const pausing = endpoint.status === "active";
  return (
    <Button
      variant={pausing ? "secondary" : "primary"}
      pending={update.isPending}
      onClick={() =>
        update.mutate(
          { status: pausing ? "paused" : "active" },
          { onSuccess: () => toast.success(pausing ? t("paused") : t("resumed")), onError: (error) => toast.error(error.message) },
        )
      }
    >
      {pausing ? <CirclePause aria-hidden /> : <CirclePlay aria-hidden />}
      {pausing ? t("pause") : t("resume")}
    </Button>
  );
}

function MoreActions({ endpoint }: { endpoint: EndpointWire }) {
  const t = useTranslations("webhooks");
  const router = useRouter();
  const remove = useEndpointCall(endpoint.endpoint_id, endpointCalls.delete);
  const [asking, setAsking] = useState<"rotate" | "delete" | null>(null);
  const close = () => setAsking(null);
  async function confirm() {
    await remove.mutateAsync(undefined);
    toast.success(t("actions.deleted"));
    router.push("/operator/webhooks");
    router.refresh();
  }
  return (
    <>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <IconButton variant="secondary" tooltip={false} label={t("actions.more")} icon={<Ellipsis aria-hidden />} />
        </DropdownMenuTrigger>
        <DropdownMenuContent>
          <DropdownMenuItem onSelect={() => setAsking("rotate")}>
            <RotateCw aria-hidden />
            {t("rotate.action")}
          </DropdownMenuItem>
          <DropdownMenuSeparator />
          <DropdownMenuItem tone="danger" onSelect={() => setAsking("delete")}>
            <Trash2 aria-hidden />
            {t("actions.delete")}
          </DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
      {asking === "rotate" ? <RotateSecretDialog endpointId={endpoint.endpoint_id} close={close} /> : null}
      <ConfirmDialog
        open={asking === "delete"}
        onOpenChange={(open) => (open ? undefined : close())}
        title={t("actions.deleteTitle")}
        description={t("actions.deleteText")}
        confirmLabel={t("actions.delete")}
        typeToConfirm={endpoint.url}
        onConfirm={confirm}
      />
    </>
  );
}
