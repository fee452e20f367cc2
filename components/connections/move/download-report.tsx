"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { exportMove } from "@/lib/client/export-move";
import { toast } from "@/lib/client/toast";

/** The report of a move as a file. */
export function DownloadReport({ organization, connectionId }: { organization: string; connectionId: string }) {
  const t = useTranslations("move.finished");
  const [read, setRead] = useState<number | null>(null);

  async function download() {
    setRead(0);
    try {
      await exportMove(organization, connectionId, setRead);
    } catch (error) {
      toast.error((error as Error).message);
    } finally {
      setRead(null);
    }
  }

  return (
    <Button pending={read !== null} onClick={() => void download()}>
      <Download aria-hidden />
      {read ? t("downloading", { count: read }) : t("download")}
    </Button>
  );
}
