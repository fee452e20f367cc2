"use client";

import { FlaskConical, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { api } from "@/lib/client/api";
import { toast } from "@/lib/client/toast";

/** One click makes an organization with people and traffic to look at; another removes it. */
export function DemoData({ exists }: { exists: boolean }) {
  const t = useTranslations("operator.demo");
  const common = useTranslations("common");
  const router = useRouter();
  const [making, setMaking] = useState(false);

  async function make() {
    setMaking(true);
    try {
      const { organization_slug } = await api.post<{ organization_slug: string }>("/demo");
      toast.success(t("made"));
      router.push(`/organizations/${organization_slug}`);
      router.refresh();
    } catch (error) {
      toast.error(error instanceof Error ? error.message : common("somethingWentWrong"));
      setMaking(false);
    }
  }

  async function remove() {
    await api.delete("/demo");
    toast.success(t("removed"));
    router.refresh();
  }

  if (!exists) {
    return (
      <Button pending={making} onClick={() => void make()}>
        <FlaskConical aria-hidden />
        {making ? t("making") : t("make")}
      </Button>
    );
  }
  const trigger = (
    <Button>
      <Trash2 aria-hidden />
      {t("remove")}
    </Button>
  );
  return <ConfirmDialog trigger={trigger} title={t("removeTitle")} description={t("removeText")} confirmLabel={t("remove")} onConfirm={remove} />;
}
