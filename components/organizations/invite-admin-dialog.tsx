"use client";

import { UserPlus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { toast } from "@/lib/client/toast";
import { Button } from "@/components/ui/button";
import { Dialog, DialogBody, DialogClose, DialogContent, DialogFooter, DialogTrigger } from "@/components/ui/dialog";
import { Form, FormField, SubmitButton } from "@/components/ui/form";
import { Input } from "@/components/ui/input";
import { lazyResolver } from "@/components/ui/lazy-resolver";
import { useInviteAdmin } from "@/lib/client/mutations/use-invitations";
import type { CreateInvitationBody } from "@/lib/contracts/invitation";
import { InvitationLink } from "./invitation-link";

type Sent = { email: string; url: string };

/** Invites someone to manage the organization; where no mail server is set, shows the link to hand over. */
export function InviteAdminDialog({ organization }: { organization: string }) {
  const t = useTranslations("settings");
  const [open, setOpen] = useState(false);
  const [sent, setSent] = useState<Sent | null>(null);
  function change(next: boolean) {
    setOpen(next);
    if (!next) setSent(null);
  }
  return (
    <Dialog open={open} onOpenChange={change}>
      <DialogTrigger asChild>
        <Button>
          <UserPlus aria-hidden />
          {t("admins.invite")}
        </Button>
      </DialogTrigger>
      {sent ? <InvitationLink {...sent} /> : <InviteForm organization={organization} onLink={setSent} close={() => setOpen(false)} />}
    </Dialog>
  );
}

function InviteForm({ organization, onLink, close }: { organization: string; onLink: (sent: Sent) => void; close: () => void }) {
  const t = useTranslations("settings.invite");
  const common = useTranslations("common");
  const router = useRouter();
  const invite = useInviteAdmin(organization);
  const form = useForm({ resolver: lazyResolver(() => import("@/lib/contracts/invitation").then((contract) => contract.CreateInvitationBody)), defaultValues: { email_address: "", name: "" } });

  async function submit(values: CreateInvitationBody) {
    const answer = await invite.mutateAsync(values);
    if (answer.emailed) toast.success(t("emailed", { email: values.email_address }));
    if (answer.invitation_url) onLink({ email: values.email_address, url: answer.invitation_url });
    else close();
    router.refresh();
  }

  return (
    <DialogContent title={t("title")} description={t("description")} size="sm">
      <Form form={form} onSubmit={submit} className="min-h-0 gap-0">
        <DialogBody>
          <FormField name="email_address" label={t("email")} required>
            {(field) => <Input {...field} type="email" autoComplete="off" autoFocus />}
          </FormField>
          <FormField name="name" label={t("name")} aside={common("optional")}>
            {(field) => <Input {...field} value={(field.value as string | undefined) ?? ""} autoComplete="off" />}
          </FormField>
        </DialogBody>
        <DialogFooter>
          <DialogClose asChild>
            <Button>{common("cancel")}</Button>
          </DialogClose>
          <SubmitButton>{t("submit")}</SubmitButton>
        </DialogFooter>
      </Form>
    </DialogContent>
  );
}
