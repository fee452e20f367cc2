"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { useForm } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { Dialog, DialogBody, DialogClose, DialogContent, DialogFooter, DialogTrigger } from "@/components/ui/dialog";
import { Form, SubmitButton } from "@/components/ui/form";
import { lazyResolver } from "@/components/ui/lazy-resolver";
import { trustedIssuerCalls } from "@/lib/client/mutations/session-calls";
import { toast } from "@/lib/client/toast";
import type { CreateTrustedIssuerBody, WireTrustedIssuer } from "@/lib/contracts/session";
import { IssuerFields } from "./issuer-fields";

const blank: CreateTrustedIssuerBody = { name: "", issuer: "", audience: "", jwks_url: "", member_claim: "email", claim_name: "email" };

/** Trusts another issuer. */
export function AddIssuer() {
  const t = useTranslations("sessions.issuers");
  const trigger = <Button variant="primary"><Plus aria-hidden />{t("add")}</Button>;
  return <IssuerDialog trigger={trigger} title={t("addTitle")} values={blank} save={trustedIssuerCalls.create} told={(name) => t("added", { name })} />;
}

/** Changes what a trusted issuer is known by. */
export function EditIssuer({ issuer }: { issuer: WireTrustedIssuer }) {
  const t = useTranslations("sessions.issuers");
  const { trusted_issuer_id: id, name, issuer: iss, audience, jwks_url, member_claim, claim_name } = issuer;
  const trigger = <Button size="sm" aria-label={t("editLabel", { name: name || iss })}>{t("edit")}</Button>;
  return (
    <IssuerDialog
      trigger={trigger}
      title={t("editTitle", { name: name || iss })}
      values={{ name, issuer: iss, audience, jwks_url, member_claim, claim_name }}
      save={(body) => trustedIssuerCalls.update(id, body)}
      told={(shown) => t("saved", { name: shown })}
    />
  );
}

type Props = { trigger: ReactNode; title: string; values: CreateTrustedIssuerBody; save: (body: CreateTrustedIssuerBody) => Promise<unknown>; told: (name: string) => string };

function IssuerDialog({ trigger, ...form }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>{trigger}</DialogTrigger>
      {open ? <IssuerForm {...form} close={() => setOpen(false)} /> : null}
    </Dialog>
  );
}

function IssuerForm({ title, values, save, told, close }: Omit<Props, "trigger"> & { close: () => void }) {
  const t = useTranslations("sessions.issuers");
  const common = useTranslations("common");
  const router = useRouter();
  const form = useForm({ resolver: lazyResolver(() => import("@/lib/contracts/session").then((contract) => contract.CreateTrustedIssuerBody)), defaultValues: values });
  async function submit(body: CreateTrustedIssuerBody) {
    await save(body);
    toast.success(told(body.name || body.issuer));
    close();
    router.refresh();
  }
  return (
    <DialogContent title={title} description={t("addDescription")}>
      <Form form={form} onSubmit={submit} className="min-h-0 gap-0">
        <DialogBody>
          <IssuerFields />
        </DialogBody>
        <DialogFooter>
          <DialogClose asChild>
            <Button>{common("cancel")}</Button>
          </DialogClose>
          <SubmitButton>{t("save")}</SubmitButton>
        </DialogFooter>
      </Form>
    </DialogContent>
  );
}
