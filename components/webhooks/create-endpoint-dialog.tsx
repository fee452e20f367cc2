"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { Dialog, DialogBody, DialogClose, DialogContent, DialogFooter, DialogTrigger } from "@/components/ui/dialog";
import { Form, SubmitButton } from "@/components/ui/form";
import { lazyResolver } from "@/components/ui/lazy-resolver";
import { useCreateEndpoint } from "@/lib/client/mutations/use-webhooks";
import { EndpointFields } from "./endpoint-fields";
import { EndpointSecret } from "./endpoint-secret";

type Made = { id: string; secret: string };

/** Adds an endpoint, shows its secret once, then opens it. */
export function CreateEndpointDialog() {
  const t = useTranslations("webhooks.form");
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [made, setMade] = useState<Made | null>(null);
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button variant="primary">
          <Plus aria-hidden />
          {t("add")}
        </Button>
      </DialogTrigger>
      {made ? <EndpointSecret secret={made.secret} close={() => router.push(`/operator/webhooks/${made.id}`)} /> : open ? <EndpointForm onMade={setMade} /> : null}
    </Dialog>
  );
}

function EndpointForm({ onMade }: { onMade: (made: Made) => void }) {
  const t = useTranslations("webhooks.form");
  const common = useTranslations("common");
  const create = useCreateEndpoint();
  const form = useForm({
    resolver: lazyResolver(() => import("@/lib/contracts/webhook").then((contract) => contract.CreateEndpointBody)),
    defaultValues: { url: "", description: "", event_types: [], organization_ids: [] },
  });
  return (
    <DialogContent title={t("title")} description={t("description")}>
      <Form
        form={form}
        onSubmit={async (values) => {
          const { webhook_endpoint, secret } = await create.mutateAsync(values);
          onMade({ id: webhook_endpoint.endpoint_id, secret });
        }}
        className="min-h-0 gap-0"
      >
        <DialogBody>
          <EndpointFields autoFocus />
        </DialogBody>
        <DialogFooter>
          <DialogClose asChild>
            <Button>{common("cancel")}</Button>
          </DialogClose>
          <SubmitButton>{t("add")}</SubmitButton>
        </DialogFooter>
      </Form>
    </DialogContent>
  );
}
