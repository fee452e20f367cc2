"use client";

import { UserPlus } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { LazyDialog } from "@/components/ui/lazy-dialog";
import { InvitationLink, type SentInvitation } from "./invitation-link";

const InviteForm = dynamic(() => import("./invite-form").then((module) => module.InviteForm), { ssr: false });

/** Invites someone to manage the organization; shows the link once, to hand over where no mail server is set. */
export function InviteAdminDialog({ organization }: { organization: string }) {
  const t = useTranslations("settings");
  const [sent, setSent] = useState<SentInvitation | null>(null);
  const trigger = (
    <Button>
      <UserPlus aria-hidden />
      {t("admins.invite")}
    </Button>
  );
  return (
    <LazyDialog trigger={trigger} onClose={() => setSent(null)}>
      {(close) => (sent ? <InvitationLink {...sent} /> : <InviteForm organization={organization} onLink={setSent} close={close} />)}
    </LazyDialog>
  );
}
