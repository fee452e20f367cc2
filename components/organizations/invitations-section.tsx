"use client";

import { Ellipsis } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useActorName } from "@/components/audit/use-actor-name";
import { toast } from "@/lib/client/toast";
import { Breakable } from "@/components/ui/breakable";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog } from "@/components/ui/dialog";
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuTrigger } from "@/components/ui/dropdown-menu";
import { IconButton } from "@/components/ui/icon-button";
import { RelativeTime } from "@/components/ui/relative-time";
import { Section } from "@/components/ui/section";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "@/components/ui/table";
import { useResendInvitation, useRevokeInvitation } from "@/lib/client/mutations/use-invitations";
import type { WireInvitation } from "@/lib/contracts/invitation";
import { InvitationLink, type SentInvitation } from "./invitation-link";

/** Invitations nobody has accepted yet, with what one can do about them. */
export function InvitationsSection({ organization, invitations }: { organization: string; invitations: WireInvitation[] }) {
  const t = useTranslations("settings.invitations");
  const actorName = useActorName();
  return (
    <Section title={t("title")}>
      <Table caption={t("title")}>
        <TableHead>
          <tr>
            <TableHeaderCell>{t("email")}</TableHeaderCell>
            <TableHeaderCell className="max-md:hidden">{t("by")}</TableHeaderCell>
            <TableHeaderCell className="max-sm:hidden">{t("expires")}</TableHeaderCell>
            <TableHeaderCell align="right">
              <span className="sr-only">{t("actions")}</span>
            </TableHeaderCell>
          </tr>
        </TableHead>
        <TableBody>
          {invitations.map((invitation) => (
            <TableRow key={invitation.invitation_id}>
              <TableCell className="font-medium wrap-anywhere">
                <Breakable text={invitation.email_address} />
                <span className="block text-xs font-normal text-muted sm:hidden">
                  <Expiry invitation={invitation} inWords />
                </span>
              </TableCell>
              <TableCell className="text-muted max-md:hidden">{actorName(invitation.created_by)}</TableCell>
              <TableCell className="max-sm:hidden">
                <Expiry invitation={invitation} />
              </TableCell>
              <TableCell align="right">
                <RowActions organization={organization} invitation={invitation} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Section>
  );
}

function Expiry({ invitation, inWords = false }: { invitation: WireInvitation; inWords?: boolean }) {
  const t = useTranslations("settings.invitations");
  if (invitation.status === "expired") return <span className="text-danger-text">{t("expired")}</span>;
  const when = <RelativeTime at={invitation.expires_at} className="text-muted" />;
  return inWords ? t.rich("expiresAt", { when: () => when }) : when;
}

function RowActions({ organization, invitation }: { organization: string; invitation: WireInvitation }) {
  const t = useTranslations("settings");
  const common = useTranslations("common");
  const router = useRouter();
  const email = invitation.email_address;
  const resend = useResendInvitation(organization);
  const revoke = useRevokeInvitation(organization);
  const [confirming, setConfirming] = useState(false);
  const [link, setLink] = useState<SentInvitation | null>(null);

  async function sendAgain() {
    try {
      const answer = await resend.mutateAsync(invitation.invitation_id);
      if (answer.invitation_url) setLink({ email, url: answer.invitation_url, emailed: answer.emailed });
      else if (answer.emailed) toast.success(t("invite.emailed", { email }));
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
        {link ? <InvitationLink {...link} /> : null}
      </Dialog>
    </>
  );
}
