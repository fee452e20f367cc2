"use client";

import { Link2 } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogTrigger } from "@/components/ui/dialog";
import type { MadeSetupLink } from "@/lib/client/mutations/use-setup-links";
import { SetupLinkReady } from "./setup-link-ready";

const SetupLinkForm = dynamic(() => import("./setup-link-form").then((file) => file.SetupLinkForm));

export type LinkTarget = { id: string; name: string };

type Props = { organization: string; organizationName: string; connections: LinkTarget[]; canEmail: boolean; connection?: LinkTarget };

/** Makes a set-up link and shows it once. With `connection` it is for that one. */
export function CreateSetupLinkDialog(props: Props) {
  const t = useTranslations("setupLinks.create");
  const [open, setOpen] = useState(false);
  const [made, setMade] = useState<MadeSetupLink | null>(null);
  function change(next: boolean) {
    setOpen(next);
    if (!next) setMade(null);
  }
  return (
    <Dialog open={open} onOpenChange={change}>
      <DialogTrigger asChild>
        <Button>
          <Link2 aria-hidden />
          {t("open")}
        </Button>
      </DialogTrigger>
      {open && !made ? <SetupLinkForm {...props} onMade={setMade} /> : null}
      {made ? <SetupLinkReady made={made} /> : null}
    </Dialog>
  );
}
