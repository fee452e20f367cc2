"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { FormField } from "@/components/ui/form";
import { FormDialog } from "@/components/ui/form-dialog";
import { Input } from "@/components/ui/input";
import { lazyResolver } from "@/components/ui/lazy-resolver";
import { useInviteAdmin } from "@/lib/client/mutations/use-invitations";
import { toast } from "@/lib/client/toast";
import type { CreateInvitationBody } from "@/lib/contracts/invitation";
import type { SentInvitation } from "./invitation-link";

type Props = { organization: string; onLink: (sent: SentInvitation) => void; close: () => void };

export function InviteForm({ organization, onLink, close }: Props) {
  const t = useTranslations("settings.invite");
  const common = useTranslations("common");
  const router = useRouter();
  const invite = useInviteAdmin(organization);
  const form = useForm({ resolver: lazyResolver(() => import("@/lib/contracts/invitation").then((contract) => contract.CreateInvitationBody)), defaultValues: { email_address: "", name: "" } });

  async function submit(values: CreateInvitationBody) {
    const answer = await invite.mutateAsync(values);
    const { emailed, invitation_url: url } = answer;
    if (url) onLink({ email: values.email_address, url, emailed });
    else {
      if (emailed) toast.success(t("emailed", { email: values.email_address }));
      close();
    }
    router.refresh();
  }

  return (
    <FormDialog form={form} onSubmit={submit} title={t("title")} description={t("description")} submitLabel={t("submit")}>
      <FormField name="email_address" label={t("email")} required>
        {(field) => <Input {...field} type="email" autoComplete="off" autoFocus />}
      </FormField>
      <FormField name="name" label={t("name")} aside={common("optional")}>
        {(field) => <Input {...field} value={(field.value as string | undefined) ?? ""} autoComplete="off" />}
      </FormField>
    </FormDialog>
  );
}
