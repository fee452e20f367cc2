"use client";

import { Ellipsis } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "@/lib/client/toast";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { DataTable, type DataColumn } from "@/components/ui/data-table";
import { Dialog } from "@/components/ui/dialog";
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuTrigger } from "@/components/ui/dropdown-menu";
import { IconButton } from "@/components/ui/icon-button";
import { RelativeTime } from "@/components/ui/relative-time";
import { Section } from "@/components/ui/section";
import { useResendInvitation, useRevokeInvitation } from "@/lib/client/mutations/use-invitations";
import type { WireInvitation } from "@/lib/contracts/invitation";
import { InvitationLink } from "./invitation-link";

/** Invitations nobody has accepted yet, with what one can do about them. */
export function InvitationsSection({ organization, invitations }: { organization: string; invitations: WireInvitation[] }) {
  const t = useTranslations("settings.invitations");
  const columns: DataColumn<WireInvitation>[] = [
    { id: "email", header: t("email"), cell: (row) => <span className="font-medium">{row.email_address}</span> },
    { id: "by", header: t("by"), hideBelow: "md", cell: (row) => <span className="text-muted">{row.created_by}</span> },
    {
      id: "expires",
      header: t("expires"),
      cell: (row) => (row.status === "expired" ? <span className="text-danger-text">{t("expired")}</span> : <RelativeTime at={row.expires_at} className="text-muted" />),
    },
    { id: "actions", header: <span className="sr-only">{t("actions")}</span>, align: "right", cell: (row) => <RowActions organization={organization} invitation={row} /> },
  ];
  return (
    <Section title={t("title")}>
      <DataTable caption={t("title")} columns={columns} rows={invitations} getRowId={(row) => row.invitation_id} interactive={false} />
    </Section>
  );
}

function RowActions({ organization, invitation }: { organization: string; invitation: WireInvitation }) {
  const t = useTranslations("settings");
  const common = useTranslations("common");
  const router = useRouter();
  const email = invitation.email_address;
  const resend = useResendInvitation(organization);
  const revoke = useRevokeInvitation(organization);
  const [confirming, setConfirming] = useState(false);
  const [link, setLink] = useState<string | null>(null);

  async function sendAgain() {
    try {
      const answer = await resend.mutateAsync(invitation.invitation_id);
      if (answer.invitation_url) setLink(answer.invitation_url);
      if (answer.emailed) toast.success(t("invite.emailed", { email }));
      router.refresh();
    } catch (error) {
      toast.error(error instanceof Error ? error.message : common("somethingWentWrong"));
    }
  }

  async function takeBack() {
    await revoke.mutateAsync(invitation.invitation_id);
    toast.success(t("invitations.revoked", { email }));
    router.refresh();
  }

  return (
    <>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <IconButton size="sm" tooltip={false} label={t("invitations.actions")} icon={<Ellipsis aria-hidden />} />
        </DropdownMenuTrigger>
        <DropdownMenuContent>
          <DropdownMenuItem onSelect={() => void sendAgain()}>{t("invitations.resend")}</DropdownMenuItem>
          <DropdownMenuItem tone="danger" onSelect={() => setConfirming(true)}>
            {t("invitations.revoke")}
          </DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
      <ConfirmDialog
        open={confirming}
        onOpenChange={setConfirming}
        title={t("invitations.revokeTitle", { email })}
        description={t("invitations.revokeDescription")}
        confirmLabel={t("invitations.revoke")}
        onConfirm={takeBack}
      />
      <Dialog open={link !== null} onOpenChange={(open) => (open ? undefined : setLink(null))}>
        {link ? <InvitationLink email={email} url={link} /> : null}
      </Dialog>
    </>
  );
}
