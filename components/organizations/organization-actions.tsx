"use client";

import { CirclePause, CirclePlay, Ellipsis, Settings, Trash2 } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "@/lib/client/toast";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuSeparator, DropdownMenuTrigger } from "@/components/ui/dropdown-menu";
import { IconButton } from "@/components/ui/icon-button";
import { useDeleteOrganization } from "@/lib/client/mutations/use-organizations";
import { useUpdateOrganization } from "@/lib/client/mutations/use-update-organization";

type Props = { name: string; slug: string; status: "active" | "suspended" };

/** Suspend, resume and delete, each asked for by name. */
export function OrganizationActions({ name, slug, status }: Props) {
  const t = useTranslations("operator.organization");
  const router = useRouter();
  const update = useUpdateOrganization(slug);
  const remove = useDeleteOrganization(slug);
  const [asking, setAsking] = useState<"suspend" | "resume" | "delete" | null>(null);
  const close = (open: boolean) => (open ? undefined : setAsking(null));

  async function setStatus(organization_status: "active" | "suspended") {
    await update.mutateAsync({ organization_status });
    toast.success(organization_status === "active" ? t("resumed", { name }) : t("suspended", { name }));
    router.refresh();
  }

  async function deleteForEver() {
    await remove.mutateAsync();
    toast.success(t("deleted", { name }));
    router.push("/operator/organizations");
    router.refresh();
  }

  return (
    <>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <IconButton variant="secondary" tooltip={false} label={t("more", { name })} icon={<Ellipsis aria-hidden />} />
        </DropdownMenuTrigger>
        <DropdownMenuContent>
          <DropdownMenuItem asChild>
            <Link href={`/organizations/${slug}/settings`}>
              <Settings aria-hidden />
              {t("edit")}
            </Link>
          </DropdownMenuItem>
          <DropdownMenuItem onSelect={() => setAsking(status === "active" ? "suspend" : "resume")}>
            {status === "active" ? <CirclePause aria-hidden /> : <CirclePlay aria-hidden />}
            {status === "active" ? t("suspend") : t("resume")}
          </DropdownMenuItem>
          <DropdownMenuSeparator />
          <DropdownMenuItem tone="danger" onSelect={() => setAsking("delete")}>
            <Trash2 aria-hidden />
            {t("delete")}
          </DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
      <ConfirmDialog
        open={asking === "suspend"}
        onOpenChange={close}
        title={t("suspendTitle", { name })}
        description={t("suspendText")}
        confirmLabel={t("suspend")}
        onConfirm={() => setStatus("suspended")}
      />
      <ConfirmDialog
        open={asking === "resume"}
        onOpenChange={close}
        tone="plain"
        title={t("resumeTitle", { name })}
        description={t("resumeText")}
        confirmLabel={t("resume")}
        onConfirm={() => setStatus("active")}
      />
      <ConfirmDialog
        open={asking === "delete"}
        onOpenChange={close}
        title={t("deleteTitle", { name })}
        description={t("deleteText")}
        confirmLabel={t("delete")}
        typeToConfirm={name}
        onConfirm={deleteForEver}
      />
    </>
  );
}
