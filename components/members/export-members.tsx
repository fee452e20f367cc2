"use client";

import { Download, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { ProgressBar } from "@/components/ui/progress-bar";
import { toast } from "@/lib/client/toast";
import type { MembersQuery } from "./member-parsers";

type Props = { organization: string; query: MembersQuery; total: number };

/** Downloads what the list shows, all pages of it, as CSV: with its progress, and a way to stop. */
export function ExportMembers({ organization, query, total }: Props) {
  const t = useTranslations("members.export");
  const common = useTranslations("common");
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null);
  const stop = useRef<AbortController>(null);

  async function run() {
    const { page: _page, limit: _limit, ...filter } = query;
    stop.current = new AbortController();
    setProgress({ done: 0, total });
    try {
      const { downloadMembers } = await import("@/lib/client/download-members");
      const count = await downloadMembers({ organization, query: filter, onProgress: setProgress, signal: stop.current.signal });
      toast.success(t("done", { count }));
    } catch (error) {
      if (stop.current.signal.aborted) toast.info(t("cancelled"));
      else toast.error(error instanceof Error ? error.message : common("somethingWentWrong"));
    } finally {
      setProgress(null);
    }
  }

  if (!progress) {
    return (
      <Button disabled={total === 0} onClick={() => void run()}>
        <Download aria-hidden />
        {t("start")}
      </Button>
    );
  }
  return (
    <div className="flex h-8 items-center gap-2.5" role="status">
      <ProgressBar className="w-24" label={t("running")} value={progress.total === 0 ? 0 : progress.done / progress.total} />
      <span className="tabular text-xs whitespace-nowrap text-muted">{t("progress", progress)}</span>
      <IconButton size="sm" label={t("cancel")} icon={<X aria-hidden />} onClick={() => stop.current?.abort()} />
    </div>
  );
}
