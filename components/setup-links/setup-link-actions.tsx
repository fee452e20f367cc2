"use client";

import { Ellipsis } from "lucide-react";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuTrigger } from "@/components/ui/dropdown-menu";
import { IconButton } from "@/components/ui/icon-button";
import { useRevokeSetupLink } from "@/lib/client/mutations/use-setup-links";
import { toast } from "@/lib/client/toast";
import type { SetupLinkWire } from "@/lib/contracts/setup-link";

const SetupLinkUses = dynamic(() => import("./setup-link-uses").then((file) => file.SetupLinkUses));

/** What can be done with a link: see who used it, and take it back. */
export function SetupLinkActions({ organization, link }: { organization: string; link: SetupLinkWire }) {
  const t = useTranslations("setupLinks.list");
  const router = useRouter();
  const revoke = useRevokeSetupLink(organization);
  const name = link.note || link.email_address;
  const [open, setOpen] = useState<"revoke" | "uses" | null>(null);

  async function takeBack() {
    await revoke.mutateAsync(link.setup_link_id);
    toast.success(t("revokedToast"));
    router.refresh();
  }

  if (link.status !== "open" && link.uses.length === 0) return null;
  return (
    <>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <IconButton size="sm" tooltip={false} label={t("actions")} icon={<Ellipsis aria-hidden />} />
        </DropdownMenuTrigger>
        <DropdownMenuContent>
          {link.uses.length > 0 ? <DropdownMenuItem onSelect={() => setOpen("uses")}>{t("details")}</DropdownMenuItem> : null}
          {link.status === "open" ? (
            <DropdownMenuItem tone="danger" onSelect={() => setOpen("revoke")}>
              {t("revoke")}
            </DropdownMenuItem>
          ) : null}
        </DropdownMenuContent>
      </DropdownMenu>
      <ConfirmDialog
        open={open === "revoke"}
        onOpenChange={(shown) => setOpen(shown ? "revoke" : null)}
        title={name ? t("revokeTitleNamed", { name }) : t("revokeTitle")}
        description={t("revokeDescription")}
        confirmLabel={t("revoke")}
        onConfirm={takeBack}
      />
      {open === "uses" ? <SetupLinkUses link={link} close={() => setOpen(null)} /> : null}
    </>
  );
}
